import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAlignmentIndex } from '../../../server/src/alignment';
import { createOkrLanguageService, DEFAULT_SETTINGS, plainText } from '../../../server/src/service';
import {
  type CompletionEntry,
  complete,
  metricDocumentation,
} from '../../../server/src/service/editor/completion';

const service = createOkrLanguageService();
const TODAY = '2026-08-15';
const HEAD = '---\nokr: true\nteam: sales\ncycle: 2026-Q3\n---\n# OKRs\n';

const OTHERS: Record<string, string> = {
  '/company.okr.md':
    '# OKRs\n## O1: Shops choose us first {#first}\n- KR1: Raise repeat orders from 22% to 35% @linh\n## O2: Towns pay\n- KR1: Raise towns in profit from 3 to 9 @linh @minh\n',
};

/** Entries at `|` in a text. */
function at(marked: string, path = '/sales.okr.md', others = OTHERS): readonly CompletionEntry[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = service.read(text, { path });
  const index = createAlignmentIndex();
  for (const [name, content] of Object.entries(others))
    index.update(name, service.read(content, { path: name }));
  index.update(path, document);
  const entries = complete({
    document,
    settings: DEFAULT_SETTINGS,
    path,
    today: TODAY,
    offset,
    index,
    name: path,
    reader: 'en',
  });
  const { line } = document.lines.positionAt(offset);
  for (const { span } of entries) {
    assert.ok(span.start <= offset && offset <= span.end);
    assert.equal(document.lines.positionAt(span.start).line, line);
  }
  return entries;
}

/** The line with the cursor after an entry was taken. */
function taken(marked: string, label: string, path?: string): string {
  const entry = at(marked, path).find((one) => one.label === label);
  assert.ok(entry, `${label} among ${at(marked, path).map((one) => one.label)}`);
  const text = marked.replace('|', '');
  const after = text.slice(0, entry.span.start) + plainText(entry.parts) + text.slice(entry.span.end);
  const start = after.lastIndexOf('\n', entry.span.start - 1) + 1;
  const end = after.indexOf('\n', start);
  return after.slice(start, end < 0 ? undefined : end);
}

const kr = (line: string) => `${HEAD}## O1: Owners sign at once\n- KR1: ${line}\n`;
const labels = (marked: string, path?: string) => at(marked, path).map(({ label }) => label);

describe('completion in the sentence of a key result', () => {
  it('offers metrics of the team behind a verb of change, in its direction', () => {
    const up = at(kr('Increase |'));
    assert.ok(
      up.length >= 5 && up.every(({ kind, metric }) => kind === 'metric' && metric?.team === 'sales'),
    );
    assert.ok(labels(kr('Increase |')).includes('win rate'), labels(kr('Increase |')).join());
    assert.ok(!labels(kr('Reduce |')).includes('win rate'));
    assert.equal(
      taken(kr('Increase win|'), 'win rate'),
      '- KR1: Increase win rate from ‹baseline›% to ‹target›%',
    );
    assert.equal(
      taken(kr('Increase the wi|'), 'win rate'),
      '- KR1: Increase the win rate from ‹baseline›% to ‹target›%',
    );
    assert.ok(labels(kr('Reduce cycle|')).some((label) => label.includes('cycle')));
  });

  it('knows the team by the heading above the objective, and what fits by the words of the objective', () => {
    const first = (text: string) => at(text, '/plan.okr.md')[0]?.metric;
    const under = (heading: string, objective: string, line: string) =>
      `---\nokr: true\n---\n# OKRs 2026\n\n## ${heading}\n### O1: ${objective}\n- KR1: ${line}\n`;
    assert.equal(first(under('Marketing', 'Towns know us', 'Increase |'))?.team, 'marketing');
    assert.equal(first(under('Phòng nhân sự', 'Ai cũng biết việc của mình', 'Tăng |'))?.team, 'hr');
    assert.equal(first(under('This year', 'New hires feel at home', 'Increase |'))?.id, 'new-hire-retention');
    const own = at(under('HR', 'New hires feel at home', 'Increase |'), '/plan.okr.md');
    assert.equal(own[0]?.metric?.id, 'new-hire-retention');
    assert.ok(own.every(({ metric }) => metric?.team === 'hr'));
  });

  it('is quiet behind a word that only ends the name of a metric', () => {
    assert.deepEqual(labels(kr('Increase repeat orders by |')), []);
  });

  it('offers them in Vietnamese, typed with and without diacritics, composed or not', () => {
    const vi = (line: string) =>
      `---\nokr: true\nteam: bán hàng\nlang: vi\n---\n# OKR\n## Mục tiêu 1: Khách hàng quay lại\n- KR1: ${line}\n`;
    const all = labels(vi('Tăng |'));
    assert.ok(all.length >= 3, all.join());
    const name = all.find((label) => label.startsWith('tỷ lệ')) ?? '';
    for (const typed of ['tỷ', 'ty', 'Tỷ lệ', 'ty le', 'tỷ'.normalize('NFD')])
      assert.ok(labels(vi(`Tăng ${typed}|`)).includes(name), typed);
    assert.match(taken(vi('Tăng ty le|'), name), /^- KR1: Tăng tỷ lệ.* từ ‹.+›% lên ‹.+›%$/);
    assert.ok(labels(vi('Tang ty|')).length > 0 || labels(vi('Tang |')).length === 0);
  });

  it('goes on with the numbers behind a metric, and with the unit behind a number', () => {
    assert.equal(
      taken(kr('Increase win rate |'), 'from …% to …%'),
      '- KR1: Increase win rate from ‹baseline›% to ‹target›%',
    );
    assert.equal(
      taken(kr('Increase win rate fr|'), 'from …% to …%'),
      '- KR1: Increase win rate from ‹baseline›% to ‹target›%',
    );
    assert.equal(taken(kr('Increase win rate from 22|'), '%'), '- KR1: Increase win rate from 22%');
    assert.equal(
      taken(kr('Cut the time to sign from 9 days to 2 d|'), 'days'),
      '- KR1: Cut the time to sign from 9 days to 2 days',
    );
  });

  it('explains metrics', () => {
    const [entry] = at(kr('Increase win|'));
    assert.ok(entry?.metric);
    assert.match(metricDocumentation(entry.metric) ?? '', /\S{3}/);
    assert.equal(metricDocumentation({ ...entry.metric, id: 'nothing' }), undefined);
  });

  it('is quiet in prose, in activities, in objectives and outside OKR documents', () => {
    for (const marked of [
      kr('Call more |'),
      kr('|'),
      `${kr('Increase win rate from 2% to 3%')}\nIncrease |\n`,
      `${kr('Increase win rate from 2% to 3%')}\nAsk @|\n`,
      `${HEAD}## O1: Increase |\n`,
      `${HEAD}Increase |\n`,
    ])
      assert.deepEqual(labels(marked), [], marked);
    assert.deepEqual(labels('# Notes\n\n- Increase |\n- ask @|\n', '/notes.md'), []);
    assert.deepEqual(labels('# Notes\n\n- ask @|\n', '/notes.md'), []);
  });
});

describe('completion of fields', () => {
  const done = 'Raise win rate from 22% to 35%';

  it('knows the owners of the workspace, the busiest first, and not the half-typed one', () => {
    assert.deepEqual(labels(kr(`${done} @|`)), ['@linh', '@minh']);
    assert.deepEqual(labels(kr(`${done} @mi|`)), ['@minh']);
    assert.equal(taken(kr(`${done} @mi|`), '@minh'), `- KR1: ${done} @minh`);
    assert.deepEqual(labels(kr(`${done}\n  - Owner: @|`)), ['@linh', '@minh']);
  });

  it('knows what can be supported, by id or with the file', () => {
    const line = `${HEAD}## O1: Owners sign at once {^|}\n- KR1: ${done}\n`;
    assert.deepEqual(labels(line), ['first', 'company/O2']);
    assert.equal(taken(line, 'company/O2'), '## O1: Owners sign at once {^company/O2}');
    assert.deepEqual(
      labels(`${HEAD}## O1: Owners sign {^towns|}\n- KR1: ${done}\n`),
      ['company/O2'],
      'by its words',
    );
  });

  it('proposes a free id', () => {
    const line = `${HEAD}## O1: Owners sign at once {#|\n- KR1: ${done}\n`;
    assert.equal(taken(line, '#owners-sign-at'), '## O1: Owners sign at once {#owners-sign-at}');
  });

  it('knows the key results that an initiative may serve', () => {
    const marked = `${kr(done)}- KR2: Cut x from 9 to 2 days\n### Initiatives\n- Shorter contract -> |\n`;
    assert.deepEqual(labels(marked), ['KR1', 'KR2']);
  });

  it('knows the deadlines of the cycle', () => {
    assert.deepEqual(labels(kr(`${done} #due(|`)), ['2026-09-30', '2026-08-31']);
    assert.equal(taken(kr(`${done} #due(2026-09|`), '2026-09-30'), `- KR1: ${done} #due(2026-09-30)`);
    assert.equal(taken(kr(`${done} #due(|)`), '2026-09-30'), `- KR1: ${done} #due(2026-09-30)`);
    assert.deepEqual(labels(kr(`${done} #co|`)), ['#committed']);
    assert.equal(taken(kr(`${done} {due=|`), '2026-09-30'), `- KR1: ${done} {due=2026-09-30`);
  });

  it('knows the keys within braces', () => {
    assert.ok(labels(kr(`${done} {|`)).includes('now='));
    assert.deepEqual(labels(kr(`${done} {now=58 sc|}`)), ['score=']);
    assert.deepEqual(labels(kr(`${done} {owner=|`)), ['@linh', '@minh']);
  });

  it('knows front matter', () => {
    const front = (lines: string) => `---\n${lines}\n---\n# OKRs\n## O1: Win\n- KR1: Raise x from 1 to 2\n`;
    assert.deepEqual(labels(front('okr: true\nc|')), ['cycle', 'checkin']);
    assert.deepEqual(labels(front('okr: true\ncycle: |')), ['2026-Q3', '2026-Q4', '2027-Q1']);
    assert.deepEqual(labels(front('lang: |')), ['en', 'vi']);
    assert.ok(labels(front('team: S|')).includes('Sales'));
    assert.equal(taken(front('okr: true\nowner: |'), '@linh'), 'owner: "@linh"');
  });

  it('answers at any place of any text', () => {
    const piece = fc.constantFrom(
      '- KR1: ',
      'Increase ',
      'win rate ',
      '@',
      '^',
      '{',
      '#',
      '#due(',
      '->',
      '\n',
      'tỷ',
      '}',
      '22',
      ' ',
      '## O1: ',
      '\r\n',
      '| a |',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.nat(), (pieces, n) => {
        const text = HEAD + pieces.join('');
        const offset = n % (text.length + 1);
        at(`${text.slice(0, offset)}|${text.slice(offset)}`);
      }),
    );
  });
});
