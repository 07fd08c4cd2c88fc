import assert from 'node:assert/strict';
import { type Item, type Located, type OkrDocument, readDocument } from '../../server/src/document/index';

/** The tree as indented lines: `O title`, `K text`, `I text`, with fields behind `|`. */
function outline(document: OkrDocument): string {
  const line = ({ item }: Located<Item>, sign: string) => {
    const text = item.statement.text.replace(/\s+/g, ' ').trim();
    const fields = item.fields.map((field) => `${field.name}=${field.value}`).join(' ');
    return `${sign} ${text}${fields ? ` | ${fields}` : ''}`;
  };
  const lines = document.orphans().map((kr) => line(kr, 'orphan K'));
  for (const objective of document.objectives()) {
    lines.push(line(objective, 'O'));
    lines.push(...objective.keyResults.map((kr) => line(kr, '  K')));
    lines.push(...objective.initiatives.map((initiative) => line(initiative, '  I')));
  }
  return lines.join('\n');
}

function reads(text: string, expected: string, path?: string) {
  assert.equal(outline(readDocument(text, path === undefined ? {} : { path })), expected);
}

describe('readDocument', () => {
  it('reads heading objectives with labelled key results', () => {
    reads(
      '# Sales OKRs\n\n## Objective 1: Win back trust\n\n- KR 1.1: Raise NPS from 20 to 40\n- KR 1.2: Cut churn to 2%\n\n### Initiatives\n\n- [ ] Call lapsed customers\n',
      'O Win back trust\n  K Raise NPS from 20 to 40\n  K Cut churn to 2%\n  I Call lapsed customers',
    );
  });

  it('reads Vietnamese paragraphs as the article writes them', () => {
    reads(
      'Mục tiêu: Khách hàng quay lại nhiều hơn\n\nKết quả Quan trọng:\n\n 1. Tăng tỷ lệ mua lại lên 30%\n 2. Giảm khiếu nại xuống dưới 2%\n',
      'O Khách hàng quay lại nhiều hơn\n  K Tăng tỷ lệ mua lại lên 30%\n  K Giảm khiếu nại xuống dưới 2%',
    );
  });

  it('keeps NFD text as it is and reads it the same', () => {
    const text =
      '## Mục tiêu 1: Vận hành gọn\n\n**Kết quả then chốt:**\n\n- KR1: Giảm lỗi từ 5% xuống 2%\n- KR2: Giao đúng hẹn 98%\n';
    const [nfc, nfd] = [readDocument(text), readDocument(text.normalize('NFD'))];
    assert.equal(outline(nfd).normalize('NFC'), outline(nfc));
    const kr = nfd.objectives()[0]!.keyResults[0]!;
    const { start, end } = kr.item.statement.span;
    assert.equal(
      nfd.text.slice(kr.offset + start, kr.offset + end).normalize('NFC'),
      'Giảm lỗi từ 5% xuống 2%',
    );
  });

  it('takes fields off the sentence', () => {
    reads(
      '## O1: Customers come back {#o1 ^company/o2}\n\n- KR1: Cut the cycle from 62 to 45 days (now: 58) @linh #due(2026-09-30) [0.3] ~6/10 %40 updated:2026-08-14\n  - 2026-08-14: 58 — fewer approvals\n- KR2: Close 12 deals => Done\n',
      'O Customers come back | id=o1 alignment=company/o2\n  K Cut the cycle from 62 to 45 days | current=58 owner=@linh due=2026-09-30 score=0.3 confidence=6/10 weight=40 updated=2026-08-14\n  K Close 12 deals | status=Done',
    );
  });

  for (const [tail, fields] of [
    ['updated: 2026-10-10', 'updated=2026-10-10'],
    ['cập nhật: 10/10', 'updated=10/10'],
    ['due: 2026-12-01', 'due=2026-12-01'],
    ['Hạn: 30/11/2026', 'due=30/11/2026'],
    ['Owner: Linh', 'owner=Linh'],
    ['Phụ trách: Nguyễn Văn An', 'owner=Nguyễn Văn An'],
    ['Confidence: 60%', 'confidence=60%'],
    ['Độ tự tin: 6/10', 'confidence=6/10'],
    ['trọng số: 40%', 'weight=40%'],
    ['current: 75%', 'current=75%'],
    ['hiện tại: 75%', 'current=75%'],
    ['(today 75%)', 'current=75%'],
    ['(đang có 75%)', 'current=75%'],
    ['(hôm nay: 75%)', 'current=75%'],
    ['(now: 75%) updated: 2026-10-10', 'current=75% updated=2026-10-10'],
    ['; now 75%', 'current=75%'],
    ['| tiến độ 40%', 'progress=40%'],
    ['— hiện tại 75%; confidence 6/10', 'current=75% confidence=6/10'],
    ['| owner: Jo | conf 0.6', 'owner=Jo confidence=0.6'],
    ['in the yard, team 2', ''],
    ['– from 78% to 92%', ''],
    // A metric may end in the word.
    ['customer satisfaction score: 4.5', ''],
    ['and the gap between plan and actual: 5%', ''],
    ['with the project lead: on site', ''],
  ] as const)
    for (const form of ['NFC', 'NFD'] as const)
      it(`reads "${tail}" behind a sentence, ${form}`, () => {
        const text = `## Objective 1: Deliver\n- KR 1: Raise on-time deliveries to 92% ${tail}\n`.normalize(
          form,
        );
        const kr = readDocument(text, { path: 'a.okr.md' }).objectives()[0]?.keyResults[0]?.item;
        const read = kr?.fields.map(({ name, value }) => `${name}=${value}`).join(' ');
        assert.equal(read?.normalize('NFC'), fields);
        if (fields !== '') assert.equal(kr?.statement.text.trim(), 'Raise on-time deliveries to 92%');
      });

  it('knows owner and team of the front matter by their Vietnamese names', () => {
    const { frontMatter } = readDocument('---\nokr: 1\nphụ trách: Hoa\nphòng: Bán hàng\n---\n# OKR\n');
    assert.equal(frontMatter?.values.get('owner')?.text, 'Hoa');
    assert.equal(frontMatter?.values.get('team')?.text, 'Bán hàng');
    const both = readDocument('---\nokr: 1\nlead: An\nowner: Hoa\n---\n# OKR\n').frontMatter;
    assert.equal(both?.values.get('owner')?.text, 'Hoa');
  });

  it('reads front matter and directives', () => {
    const document = readDocument(
      '---\nokr: 1\ncycle: 2026-Q3 # this one\nowner: "@linh"\n---\n\n## Objective 1: X grows\n\n<!-- okrlint-disable-next-line kr-activity, to-or-by: agreed -->\n- KR1: Call more people\n',
    );
    assert.equal(document.recognition.because, 'front-matter');
    assert.equal(document.frontMatter?.values.get('cycle')?.text, '2026-Q3');
    const directives = [...document.chunks].flatMap(({ content }) => content.directives);
    assert.deepEqual(
      directives.map(({ action, rules, reason }) => [action, rules.map((rule) => rule.id), reason]),
      [['disable-next-line', ['kr-activity', 'to-or-by'], 'agreed']],
    );
  });

  it('stays silent on a README', () => {
    const document = readDocument('# Tool\n\n## Install\n\n- one\n- two\n\n## Objective\n\nBe fast.\n', {
      path: 'README.md',
    });
    assert.equal(document.recognition.isOkr, false);
    assert.equal(outline(document), '');
  });
});
