import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAlignmentIndex } from '../../server/src/alignment';
import { objectivesOf, readDocument } from '../../server/src/document';
import {
  checkStatement,
  checkWhole,
  type DocumentContext,
  type Finding,
  inOrder,
  RULES,
  resolveSeverities,
  type SeveritySetting,
} from '../../server/src/rules';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';
import { analyse } from '../../server/src/statement';
import { LANGUAGES, type Language } from '../../server/src/text/language';

/** What plain documents lack is tested on its own. */
const source = resolveSeverities('source', {
  'missing-cycle': 'off',
  'missing-owner': 'off',
  'no-alignment': 'off',
  'duplicate-kr': 'off',
});
const only =
  (id: string) =>
  (other: string): SeveritySetting =>
    other === id ? 'warning' : 'off';

const COMPANY =
  '# Objective 1: Grow {#o1}\n\n- KR1: Raise NPS from 30 to 50\n- KR2: Cut churn from 5% to 3%\n';
const OTHER_TEAM = COMPANY.replace('Grow {#o1}', 'Help {#help ^company/o1}');

function contextOf(text: string, language: Language): DocumentContext {
  const document = readDocument(text, { path: 'team.okr.md' });
  const index = createAlignmentIndex();
  index.update('okrs/team.okr.md', document);
  index.update('okrs/company.okr.md', readDocument(COMPANY, { path: 'company.okr.md' }));
  index.update('okrs/other.okr.md', readDocument(OTHER_TEAM, { path: 'other.okr.md' }));
  return {
    alignment: { index, document: 'okrs/team.okr.md' },
    document,
    objectives: objectivesOf(document),
    factsOf: ({ item }) => analyse(item.statement.text, language),
    today: '2026-08-01',
  };
}

function wholeFindings(...of: Parameters<typeof checkWhole>): readonly Finding[] {
  return inOrder(checkWhole(...of)).map((finding) => finding.placed());
}

function documentFindings(
  text: string,
  severityOf = source,
  language: Language = 'en',
  owners?: readonly string[],
): readonly Finding[] {
  return wholeFindings({ ...contextOf(text, language), ...(owners && { owners }) }, severityOf);
}

/** Ids of all findings about statements in a document. */
function statementIds(text: string, severityOf: typeof source, language: Language): string[] {
  const { objectives, factsOf } = contextOf(text, language);
  return objectives
    .all()
    .flatMap((objective) => [objective, ...objective.keyResults])
    .flatMap((located) => checkStatement({ item: located.item, facts: factsOf(located) }, severityOf))
    .map(({ ruleId }) => ruleId);
}

/** Ids of all findings of a document as a user sees them: which directives are of use is only known in the end. */
function serviceIds(text: string): string[] {
  const service = createOkrLanguageService();
  const document = service.read(text, { path: 'team.okr.md' });
  const request = { document, settings: DEFAULT_SETTINGS, today: '2026-08-01' };
  return service.diagnose(request).map(({ ruleId }) => ruleId);
}

/** Rule id and underlined words of each finding. */
function shown(text: string, findings: readonly Finding[]): string[] {
  return findings.map(({ ruleId, span }) => `${ruleId}: ${text.slice(span.start, span.end)}`);
}

const KRS = [
  'Raise renewal rate from 84% to 92%',
  'Cut waiting time from 10 to 6 minutes',
  'Raise NPS from 30 to 50',
  'Win 14 new dealerships',
  'Cut returns from 9% to 5%',
  'Orders packed per hour from 38 to 52',
];

function objective(title: string, krs: readonly string[]): string {
  return `## Objective 1: ${title}\n\n${krs.map((kr, index) => `- KR ${index + 1}: ${kr}\n`).join('')}\n`;
}

describe('document rules', () => {
  it('say nothing about a plain document with two to five key results each', () => {
    for (const count of [2, 3, 4, 5])
      assert.deepEqual(documentFindings(objective('Win the north', KRS.slice(0, count))), []);
  });

  it('count the key results of each objective', () => {
    const text =
      objective('Win the north', KRS.slice(0, 1)) +
      objective('Win the south', KRS.slice(0, 6)) +
      objective('Win the west', []) +
      objective('Win the east', KRS.slice(0, 2));
    assert.deepEqual(shown(text, documentFindings(text)), [
      'too-few-krs: Win the north',
      'too-many-krs: Win the south',
      'objective-without-kr: Win the west',
    ]);
  });

  it('leave out what is struck through', () => {
    const struck = KRS.map((kr, index) => (index < 2 ? kr : `~~${kr}~~`));
    assert.deepEqual(documentFindings(objective('Win the north', struck)), []);
    assert.deepEqual(
      documentFindings(
        '# Objective 1: ~~Win the north~~\n\n# Objective 2: Win\n\n- KR 1: Win 14 new dealerships\n- KR 2: Cut returns from 9% to 5%\n',
      ),
      [],
    );
  });

  it('say once that a list of objectives has no key results at all', () => {
    const text =
      objective('Win the north', []) + objective('Win the south', []) + objective('Win the west', []);
    const findings = documentFindings(text);
    assert.deepEqual(shown(text, findings), ['objective-without-kr: Win the north']);
    assert.deepEqual([findings[0]?.variant, findings[0]?.params?.count], ['all', '3']);
  });

  it('take limits that configuration gives', () => {
    const context = {
      ...contextOf(objective('Win the north', KRS.slice(0, 4)), 'en'),
      limits: { keyResults: { min: 1, max: 3 } },
    };
    const [finding] = wholeFindings(context, source);
    assert.equal(finding?.ruleId, 'too-many-krs');
    assert.deepEqual([finding.params?.count, finding.params?.min, finding.params?.max], ['4', '1', '3']);
  });

  it('keep their places with CRLF and NFD', () => {
    const text = objective('Chiếm lĩnh miền Bắc', ['Thu hút 14 đại lý mới'])
      .replaceAll('\n', '\r\n')
      .normalize('NFD');
    assert.deepEqual(shown(text, documentFindings(text)), [
      `too-few-krs: ${'Chiếm lĩnh miền Bắc'.normalize('NFD')}`,
    ]);
  });

  it('say nothing about a text that is no OKR document', () => {
    const document = readDocument('# Notes\n\n## Objective\n\nSomething.\n', { force: false });
    const context = { ...contextOf('', 'en'), document, objectives: objectivesOf(document) };
    assert.deepEqual(
      wholeFindings(context, () => 'error'),
      [],
    );
    assert.deepEqual(
      documentFindings('', () => 'error'),
      [],
    );
  });
});

describe('acronym-undefined', () => {
  const acronyms = (...krs: string[]) => {
    const text = objective('Win the north', krs);
    return shown(text, documentFindings(text, only('acronym-undefined'))).map((line) => line.split(': ')[1]);
  };
  const cases: readonly (readonly [kr: string, ...found: string[]])[] = [
    ['Raise NOV from 30 to 40', 'NOV'],
    ['Raise the GRX index from 30 to 40', 'GRX'],
    ['Nâng GTĐ từ 30 lên 40', 'GTĐ'],
    ['Giảm TGXL từ 6 xuống 4 giờ', 'TGXL'],
    ['Nâng chỉ số KHTT từ 30 lên 40.', 'KHTT'],
    ['Raise NPS from 30 to 50'],
    ['Grow MRR and cut CAC'],
    ['Raise net order value (NOV) from 30 to 40'],
    ['Raise NOV (net order value) from 30 to 40'],
    ['Be ready by Q3 with S3 and GPT-4'],
    ['Finish phase III by June'],
    ['Hoàn thành trong quý III'],
    ['Raise retention to TBD'],
    ['R&D cost below 3M'],
    ['WIN THE NORTH WITH FORTY NEW SHOPS'],
    ['Nâng giá trị đơn (GTĐ) từ 30 lên 40'],
    ['Giá trị đơn trung bình tại TP HCM đạt 640.000 đồng'],
    ['Tăng doanh thu B2B lên 4 tỷ VND'],
  ];
  for (const form of ['NFC', 'NFD'] as const)
    for (const [kr, ...found] of cases)
      it(`${form}: ${found.length > 0 ? found.join(', ') : 'nothing'} in "${kr}"`, () => {
        assert.deepEqual(
          acronyms(kr.normalize(form)),
          found.map((word) => word.normalize(form)),
        );
      });

  it('reports the first use only, and three acronyms at most', () => {
    assert.deepEqual(acronyms('Raise NOV to 30', 'Keep NOV above 30'), ['NOV']);
    assert.deepEqual(acronyms('Raise NOV to 30', 'Raise NOA to 30', 'Raise NOB to 3', 'Raise NOC to 3'), [
      'NOV',
      'NOA',
      'NOB',
    ]);
  });

  it('knows what the text or the front matter explains', () => {
    const kr = objective('Win the north', ['Raise NOV from 30 to 40', KRS[0] ?? '']);
    assert.deepEqual(
      documentFindings(`${kr}\nNOV: net order value, without returns.\n`, only('acronym-undefined')),
      [],
    );
    const front = `---\nokr: 1\nglossary: NOV net order value\n---\n\n${kr}`;
    assert.deepEqual(documentFindings(front, only('acronym-undefined')), []);
  });
});

describe('rule pages: examples that are documents', () => {
  for (const { id, scope } of RULES) {
    const page = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
    const examples = [...page.matchAll(/^```okr-(bad|good)-document (en|vi)\n([\s\S]*?)^```$/gmu)];
    if (examples.length === 0) continue;
    it(`${id}: gives what the page says`, () => {
      for (const [, kind, language, text = ''] of examples) {
        const ids =
          id === 'unused-suppression'
            ? serviceIds(text).filter((found) => found === id)
            : scope === 'document'
              ? documentFindings(text, only(id), language as Language, ['@linh', '@minh', '@hoa'])
              : statementIds(text, only(id), language as Language);
        assert.equal(ids.length > 0, kind === 'bad', text);
      }
      for (const language of LANGUAGES)
        assert.equal(examples.filter((example) => example[2] === language).length, 2, `${id}, ${language}`);
    });
  }
});

describe('key results in tables', () => {
  it('takes a state with a start and a target beside it for a result, and work for counted work', () => {
    const text = [
      '## Objective 1: Every order arrives fresh and complete',
      '',
      '| KR | Baseline | Target |',
      '|---|---|---|',
      '| Orders complete on first delivery | 88% | 97% |',
      '| Boxes returned | 9% | 3% |',
      '| Pallets dropped | 40 | 12 |',
      '| Roll out the new cold boxes | – | 6 vans |',
      '| Drivers visited | 4 | 20 |',
      '| Repairs per 1,000 boxes | 7.5 | 2 |',
      '| Boxes delivered without a scratch | 61% | 85% |',
    ].join('\n');
    const service = createOkrLanguageService();
    const document = service.read(text, { path: 'team.okr.md' });
    const found = service
      .diagnose({ document, settings: DEFAULT_SETTINGS, today: '2026-08-01' })
      .filter(({ ruleId }) => ruleId.startsWith('kr-') && ruleId !== 'kr-no-deadline');
    assert.deepEqual(
      found.map(({ ruleId, span }) => [ruleId, text.slice(span.start, span.end)]),
      [
        ['kr-counted-activity', 'Roll out the new cold boxes'],
        ['kr-counted-activity', 'Drivers visited'],
      ],
    );
  });
});
