import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAlignmentIndex, type Definition } from '../../server/src/alignment';
import { isNamed, keyOfLabel, labelKeyOf, nameOfDocument } from '../../server/src/alignment/ids';
import { readDocument, updateDocument } from '../../server/src/document';

const COMPANY = 'file:///work/company.okr.md';
const SALES = 'file:///work/sales.okr.md';

const COMPANY_TEXT = [
  '# OKRs',
  '## O1: Shops choose us first {#o1}',
  '- KR1: Raise the share of repeat orders from 22% to 35% {#repeat}',
  '- KR2: Cut the time to reorder from 9 to 2 minutes',
  '## O2: New towns pay for themselves {#Grow}',
  '- KR1: Raise towns in profit from 3 to 9 {^o1}',
  '### Initiatives',
  '- Visit the mayors -> KR1',
  '',
].join('\n');

const SALES_TEXT = [
  '# OKRs',
  '## Objective 1: Owners sign without a meeting {#sales ^company/o1}',
  '- KR 1.1: Raise signed offers from 10% to 30%',
  '  - Aligned to: grow, company/o2',
  '- KR 1.2: Cut the days to sign from 20 to 5 {^nowhere}',
  '',
].join('\n');

function indexOf(files: Record<string, string>) {
  const index = createAlignmentIndex();
  for (const [document, text] of Object.entries(files))
    index.update(document, readDocument(text, { path: new URL(document).pathname }));
  return index;
}

const both = () => indexOf({ [COMPANY]: COMPANY_TEXT, [SALES]: SALES_TEXT });
const names = (definitions: readonly Definition[]) =>
  definitions.map(({ document, id }) => `${document.slice(document.lastIndexOf('/') + 1)} ${id}`);

describe('the alignment index', () => {
  it('knows the ids and labels of a document, at their places', () => {
    const definitions = both().definitions(COMPANY);
    assert.deepEqual(
      definitions.map(({ id, span, implicit }) => [id, COMPANY_TEXT.slice(span.start, span.end), !!implicit]),
      [
        ['o1', 'o1', false],
        ['repeat', 'repeat', false],
        ['KR1', 'KR1:', true],
        ['KR2', 'KR2:', true],
        ['Grow', 'Grow', false],
        ['O2', 'O2:', true],
        ['KR1', 'KR1:', true],
      ],
    );
  });

  it('knows what a document refers to, at its place', () => {
    const index = both();
    const written = (document: string, text: string) =>
      index.references(document).map(({ id, span }) => [id, text.slice(span.start, span.end)]);
    assert.deepEqual(written(COMPANY, COMPANY_TEXT), [
      ['o1', 'o1'],
      ['KR1', 'KR1'],
    ]);
    assert.deepEqual(written(SALES, SALES_TEXT), [
      ['company/o1', 'company/o1'],
      ['grow', 'grow'],
      ['company/o2', 'company/o2'],
      ['nowhere', 'nowhere'],
    ]);
  });

  it('resolves ids, labels, ids of other files and ids in named files', () => {
    const index = both();
    const from = (document: string) => (id: string) => names(index.resolve({ document, id }));
    const sales = from(SALES);
    assert.deepEqual(sales('sales'), ['sales.okr.md sales']);
    assert.deepEqual(sales('objective 1'), ['sales.okr.md Objective 1']);
    assert.deepEqual(sales('KR1.2'), ['sales.okr.md KR 1.2']);
    assert.deepEqual(sales('GROW'), ['company.okr.md Grow']);
    assert.deepEqual(sales('company/o1'), ['company.okr.md o1']);
    assert.deepEqual(sales('company/o2'), ['company.okr.md O2']);
    assert.deepEqual(sales('work/company/o2'), ['company.okr.md O2']);
    assert.deepEqual(sales('o2'), [], 'labels of other files are not meant');
    assert.deepEqual(sales('nowhere'), []);
    assert.deepEqual(from(COMPANY)('kr 2.1'), ['company.okr.md KR1'], 'numbered within its objective');
  });

  it('takes the label of the same objective', () => {
    const index = both();
    const [, arrow] = index.references(COMPANY);
    assert.ok(arrow);
    const [target, ...others] = index.resolve(arrow);
    assert.equal(others.length, 0);
    assert.match(target?.item.item.statement.text ?? '', /towns in profit/);
  });

  it('finds everything that points at an item, however it is called', () => {
    const index = both();
    const [o1] = index.resolve({ document: COMPANY, id: 'o1' });
    const [grow] = index.resolve({ document: COMPANY, id: 'grow' });
    assert.ok(o1 && grow);
    const pointing = (definition: Definition) =>
      index.referencesTo(definition).map(({ document, id }) => `${document.slice(13)} ${id}`);
    assert.deepEqual(pointing(o1), ['company.okr.md o1', 'sales.okr.md company/o1']);
    assert.deepEqual(pointing(grow), ['sales.okr.md grow', 'sales.okr.md company/o2']);
  });

  it('leaves prose behind a label alone', () => {
    const text =
      '# OKRs\n## Objective 1: Grow\nAligned to: Growth, our 2026 plan\n- KR1: Raise x from 1 to 2 -> O365\n';
    assert.deepEqual(indexOf({ [SALES]: text }).references(SALES), []);
  });

  it('reads Vietnamese labels and fields, composed or not', () => {
    const text =
      '# OKR\n## Mục tiêu 1: Khách hàng quay lại {#khách}\n- KR1: Tăng tỷ lệ mua lại từ 20% lên 35%\n\n## Mục tiêu 2: Đội ngũ vững {^khach}\nLiên kết: Mục tiêu 1\n- KR1: Giảm tỷ lệ nghỉ việc từ 18% xuống 10%\n';
    for (const form of ['NFC', 'NFD'] as const) {
      const index = indexOf({ [SALES]: text.normalize(form) });
      const targets = index.references(SALES).map((one) => names(index.resolve(one)).join());
      assert.ok(targets.includes('sales.okr.md Mục tiêu 1'.normalize(form)), `${form}: ${targets}`);
    }
    const composed = indexOf({ [SALES]: text });
    assert.deepEqual(
      composed.references(SALES).map(({ id }) => id),
      ['khach', 'Mục tiêu 1'],
    );
  });

  it('prefers the neighbour among files of the same name', () => {
    const text = '# OKRs\n## O1: Shops choose us first\n- KR1: Raise x from 1 to 2\n';
    const index = indexOf({
      'file:///a/company.okr.md': text,
      'file:///b/company.okr.md': text,
      'file:///b/sales.okr.md': text,
      'file:///c/sales.okr.md': text,
    });
    const found = (document: string) =>
      index.resolve({ document, id: 'company/o1' }).map((one) => one.document);
    assert.deepEqual(found('file:///b/sales.okr.md'), ['file:///b/company.okr.md']);
    assert.equal(found('file:///c/sales.okr.md').length, 2);
  });

  it('counts a version only when ids or references change', () => {
    const index = both();
    const before = index.version;
    const first = readDocument(SALES_TEXT, { path: '/work/sales.okr.md' });
    index.update(SALES, first);
    assert.equal(index.version, before);
    const moved = `${SALES_TEXT.slice(0, 7)}\n${SALES_TEXT.slice(7)}`.replace('30%', '35%');
    index.update(SALES, updateDocument(first, moved, undefined, { path: '/work/sales.okr.md' }));
    assert.equal(index.version, before);
    const renamed = moved.replace('{#sales', '{#sell');
    index.update(SALES, readDocument(renamed, { path: '/work/sales.okr.md' }));
    assert.notEqual(index.version, before);
    assert.deepEqual(names(index.resolve({ document: COMPANY, id: 'sell' })), ['sales.okr.md sell']);
    assert.deepEqual(index.resolve({ document: COMPANY, id: 'sales' }), []);
    const last = index.version;
    index.remove(SALES);
    assert.notEqual(index.version, last);
    assert.deepEqual(index.resolve({ document: COMPANY, id: 'sell' }), []);
    assert.deepEqual(
      [...index.documents()].map(({ document }) => document),
      [COMPANY],
    );
  });

  it('finds circles over files, each once, and none in a tree', () => {
    assert.deepEqual(both().cycles(), []);
    const index = both();
    index.update(
      COMPANY,
      readDocument(COMPANY_TEXT.replace('{#o1}', '{#o1 ^sales}'), { path: '/work/company.okr.md' }),
    );
    assert.deepEqual(
      index
        .cycles()
        .map(names)
        .map((circle) => circle.sort()),
      [['company.okr.md o1', 'sales.okr.md sales']],
    );
  });

  it('an objective that supports itself is a circle, a key result under its own objective is none', () => {
    const circles = (head: string, tail: string) =>
      indexOf({ [SALES]: `# OKRs\n## O1: Win {#o1${head}}\n- KR1: Raise x from 1 to 2 ${tail}\n` }).cycles()
        .length;
    assert.equal(circles(' ^o1', ''), 1);
    assert.equal(circles('', '{^o1}'), 0);
  });

  it('finds a circle exactly where following the references comes back', () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const of = (n: number) => pairs.filter(([from]) => from === n).map(([, to]) => to);
        const objectives = Array.from({ length: 8 }, (_, n) => {
          const up = of(n).map((to) => ` ^n${to}`);
          return `## Objective ${n + 1}: Win {#n${n}${up.join('')}}\n- KR1: Raise x from 1 to 2\n`;
        });
        const comesBack = (n: number) => {
          const seen = new Set<number>();
          for (const queue = of(n); queue.length > 0; ) {
            const next = queue.pop() as number;
            if (next === n) return true;
            if (!seen.has(next)) queue.push(...of(next));
            seen.add(next);
          }
          return false;
        };
        const circles = indexOf({ [SALES]: `# OKRs\n${objectives.join('\n')}` }).cycles();
        const members = circles.flat().map(({ id }) => Number(id.slice(1)));
        assert.equal(new Set(members).size, members.length);
        assert.ok(members.every(comesBack));
        assert.equal(
          circles.length > 0,
          objectives.some((_, n) => comesBack(n)),
        );
        for (const circle of circles)
          circle.forEach(({ id }, i) => {
            const next = circle[(i + 1) % circle.length]?.id;
            assert.ok(of(Number(id.slice(1))).includes(Number(next?.slice(1))));
          });
      }),
      { numRuns: 60 },
    );
  });
});

describe('keeping the index up to date', () => {
  it('gives after any edits what a new index gives', () => {
    const piece = fc.constantFrom(
      '## O1: Win {#a ^b}\n',
      '## Objective 2: Grow {#b}\n',
      '- KR1: Raise x from 1 to 2 {^a}\n',
      '- KR 1.1: Cut y from 3 to 2 {#c ^sales/a}\n',
      '\n### Initiatives\n- Ask -> KR1\n',
      '\nAligned to: b, prose\n',
      '\n',
      '# OKRs\n',
    );
    const texts = fc.array(fc.array(piece, { maxLength: 8 }), { minLength: 2, maxLength: 5 });
    const options = { path: '/work/sales.okr.md' };
    const seen = (index: ReturnType<typeof createAlignmentIndex>) =>
      [SALES, COMPANY].map((document) => ({
        definitions: index.definitions(document).map(({ id, span, item }) => [id, span, item.offset]),
        references: index
          .references(document)
          .map((one) => [
            one.id,
            one.span,
            index.resolve(one).map(({ span }) => span),
            index.resolve({ document, id: one.id, item: one.item }).map(({ span }) => span),
          ]),
        dangling: index.dangling(document).map(({ span }) => span),
        incoming: index
          .definitions(document)
          .map((one) => index.referencesTo(one).map(({ document: from, span }) => [from, span])),
        circles: index.cycles().map(names),
      }));
    fc.assert(
      fc.property(texts, (versions) => {
        const company = readDocument(COMPANY_TEXT, { path: '/work/company.okr.md' });
        const kept = createAlignmentIndex();
        kept.update(COMPANY, company);
        let reading = readDocument('', options);
        for (const pieces of versions) {
          const before = kept.version;
          const old = JSON.stringify(seen(kept));
          reading = updateDocument(reading, `# OKRs\n${pieces.join('')}`, undefined, options);
          kept.update(SALES, reading);
          const fresh = createAlignmentIndex();
          fresh.update(COMPANY, company);
          fresh.update(SALES, reading);
          assert.deepEqual(seen(kept), seen(fresh));
          const ids = (all: string) => all.replace(/"(?:start|end)":\d+|,\d+\]/g, '');
          if (kept.version === before) assert.equal(ids(JSON.stringify(seen(kept))), ids(old));
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('names of labels and files', () => {
  it('reads the number of a label', () => {
    const keys = ['Objective 1:', '[O1]', 'Objective 2 (committed):', 'P0 O3.', 'Mục tiêu chiến lược 4:'];
    assert.deepEqual(
      keys.map((label) => keyOfLabel('objective', label)),
      ['o1', 'o1', 'o2', 'o3', 'o4'],
    );
    const krs = ['KR 1.2 -', 'Key Result 3:', 'O1-KR2:', 'KR 1/3', 'KQ1', 'Key Result:'];
    assert.deepEqual(
      krs.map((label) => keyOfLabel('key-result', label)),
      ['kr1.2', 'kr3', 'kr2', 'kr1', 'kr1', undefined],
    );
  });

  it('reads how references name labels', () => {
    const keys = ['KR1', 'kr-1.02', 'O 2', 'objective 2', 'mục tiêu 2', 'growth', 'o365days'];
    assert.deepEqual(keys.map(labelKeyOf), ['kr1', 'kr1.2', 'o2', 'o2', 'o2', undefined, undefined]);
  });

  it('knows a file by the end of its path', () => {
    const is = (document: string, file: string) => isNamed(nameOfDocument(document), file);
    assert.ok(is('file:///work/2026/Company%20Plan.okr.md', 'company-plan'));
    assert.ok(is('file:///work/2026/company.md', '2026/company'));
    assert.ok(is('teams/sales/okrs.md', 'sales'), 'such a file is named by its folder');
    assert.ok(is('vscode-vfs://github/x/sales.okr.md', 'sales'));
    assert.ok(!is('file:///work/company.okr.md', 'pany'));
    assert.ok(!is('file:///work/company.okr.md', ''));
    assert.ok(!is('file:///%E0%A4%A/company.okr.md', 'sales'), 'a broken URI is no reason to fail');
  });
});
