/** Changes offered for findings about the document: each ends its own finding and brings no error or warning. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { percentages } from '../../server/src/rewrite/tracking';
import { createOkrLanguageService, DEFAULT_SETTINGS, type Suggestion } from '../../server/src/service';

const service = createOkrLanguageService();
/** By rule: the kind of change that answers it. */
const ANSWERS: Readonly<Record<string, string>> = {
  'kr-without-objective': 'add-objective',
  'duplicate-kr': 'delete-copy',
  'numbering-broken': 'renumber',
  'initiative-under-krs': 'move-to-initiatives',
  'missing-cycle': 'add-cycle-and-owner',
  'missing-owner': 'add-owner',
  'too-many-owners': 'keep-first-owner',
  'cycle-mismatch': 'other-cycle',
  'progress-inconsistent': 'recompute-progress',
  'score-invalid': 'rescale-score',
  'weights-sum': 'normalise-weights',
  'off-pace': 'honest-status',
  'objective-without-kr': 'add-key-results',
};
/** What the words of a placeholder left as they are would give. */
const UNFILLED = ['placeholder-left', 'kr-unbounded'];
const VALUES: Readonly<Record<string, string>> = {
  name: 'linh',
  tên: 'linh',
  date: '30 Sep 2026',
  ngày: '30/9/2026',
};

function applied(text: string, { edits }: Suggestion): string {
  let result = text;
  for (const { span, parts } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const words = parts.map((part) =>
      typeof part === 'string' ? part : (VALUES[part.placeholder] ?? part.placeholder),
    );
    result = result.slice(0, span.start) + words.join('') + result.slice(span.end);
  }
  return result;
}

function request(text: string) {
  const rules = { 'too-few-krs': 'off', 'no-alignment': 'off' } as const;
  return {
    document: service.read(text, { path: 'sales.okr.md' }),
    settings: { ...DEFAULT_SETTINGS, rules },
    today: '2026-08-01',
    path: 'sales.okr.md',
  };
}

const idsOf = (text: string) => service.diagnose(request(text)).map(({ ruleId }) => ruleId);

function seriousIn(text: string): string[] {
  return service
    .diagnose(request(text))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ ruleId }) => ruleId);
}

function examplesOf(rule: string): string[] {
  const page = readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), 'utf8');
  return [...page.matchAll(/^```okr-bad-document (?:en|vi)\n([\s\S]*?)^```$/gmu)].map(
    (match) => match[1] ?? '',
  );
}

describe('changes for findings about the document', () => {
  for (const [rule, id] of Object.entries(ANSWERS))
    for (const ending of ['\n', '\r\n'])
      it(`${rule}: ${id}, ${JSON.stringify(ending)}`, () => {
        const examples = examplesOf(rule);
        assert.equal(examples.length, 2);
        for (const example of examples) {
          const text = example.replaceAll('\n', ending);
          const finding = service.diagnose(request(text)).find(({ ruleId }) => ruleId === rule);
          assert.ok(finding, text);
          const change = service.suggestionsFor(request(text), finding).find((one) => one.id === id);
          assert.ok(change, `${rule}: no ${id}`);
          assert.ok(change.title.length > 0 && !/[{}]/u.test(change.title), change.title);
          const mended = applied(text, change);
          assert.ok(!idsOf(mended).includes(rule), `${change.title}\n${mended}`);
          const before = seriousIn(text);
          assert.deepEqual(
            seriousIn(mended).filter((one) => !before.includes(one) && !UNFILLED.includes(one)),
            [],
            mended,
          );
          if (ending === '\r\n') assert.ok(!/[^\r]\n/u.test(mended), 'keeps its line ends');
        }
      });

  it('takes no copy away without which its heading is no objective', () => {
    const text = (title: string) =>
      [
        '# OKRs Q3 2026',
        '## Objective 1: Shops reorder by themselves',
        '- KR 1: Repeat orders from 12% to 20%',
        '- KR 2: Late orders from 9% to 3%',
        `## ${title}`,
        '- KR 1: Late orders from 9% to 3%',
        '',
      ].join('\n');
    const offered = (title: string) => {
      const all = { start: 0, end: text(title).length };
      return service.suggestions(request(text(title)), all).map(({ suggestion }) => suggestion.id);
    };
    assert.ok(offered('Objective 2: Drivers are on time').includes('delete-copy'));
    assert.ok(!offered('Drivers are on time').includes('delete-copy'));
  });

  it('writes into the front matter that is there', () => {
    const text =
      '---\nokr: 1\n---\n\n# Objective 1: Win\n\n- KR1: Raise NPS from 30 to 50\n- KR2: Cut churn from 5% to 3%\n';
    const [finding] = service.diagnose(request(text)).filter(({ ruleId }) => ruleId === 'missing-cycle');
    assert.ok(finding);
    const [change] = service.suggestionsFor(request(text), finding);
    assert.ok(change);
    assert.ok(applied(text, change).startsWith('---\nokr: 1\ncycle: 2026-Q3\nowner: "@linh"\n---\n'));
  });

  it('keeps weights in their notation', () => {
    const text = (a: string, b: string) =>
      `---\nokr: 1\ncycle: 2026-Q3\nowner: "@linh"\n---\n\n# Objective 1: Win\n\n- KR1: Raise NPS from 30 to 50 {w=${a}}\n- KR2: Cut churn from 5% to 3% {w=${b}}\n`;
    for (const [a, b, c, d] of [
      ['0.4', '0.4', '0.5', '0.5'],
      ['30%', '30%', '50%', '50%'],
      ['60', '30', '67', '33'],
    ] as const) {
      const finding = service.diagnose(request(text(a, b))).find(({ ruleId }) => ruleId === 'weights-sum');
      assert.ok(finding);
      const [change] = service.suggestionsFor(request(text(a, b)), finding);
      assert.equal(change && applied(text(a, b), change), text(c, d));
    }
  });
});

describe('percentages', () => {
  it('add up to 100 and stay within one of their share', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
          .filter((all) => all.some(Boolean)),
        (weights) => {
          const shares = percentages(weights);
          const sum = weights.reduce((a, b) => a + b, 0);
          assert.equal(
            shares.reduce((a, b) => a + b, 0),
            100,
          );
          shares.forEach((share, i) => {
            assert.ok(Math.abs(share - ((weights[i] ?? 0) / sum) * 100) <= 1);
          });
        },
      ),
    );
  });
});
