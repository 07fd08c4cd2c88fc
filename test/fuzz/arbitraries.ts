/** Random documents, edits and messages for property tests. */
import fc from 'fast-check';

/** How often a property is tried: as often as the test says, or as `npm run fuzz` wants it. */
export const runsOf = (usual: number): number => Number(process.env.OKRLINT_FUZZ_RUNS ?? usual);

/** The same texts in each run, unless OKRLINT_FUZZ_SEED asks for others. */
export const SEED = Number(process.env.OKRLINT_FUZZ_SEED ?? 20261126);

/** Lines as people write them, and what breaks readers: marks, odd characters, cut-off syntax. */
const LINES = [
  '# OKRs Q3 2026',
  '## Objective 1: Shops reorder without being asked',
  '## Mục tiêu 2: Khách hàng quay lại',
  '### Key Results',
  '- KR 1: Raise repeat orders from 12% to 20%',
  '- KR 2: Launch the new portal @linh #due(2026-09-30)',
  '- [x] KR 3: Try to help improve the onboarding 💡',
  '  - owner:: @minh',
  '- KR 4: Tổ chức 5 buổi đào tạo',
  '- KR 5: Hỗ trợ tăng doanh thu từ 3 tỷ lên 5 tỷ',
  '| Key result | Owner |',
  '|---|---|',
  '| Work on hiring | @a |',
  '<!-- okrlint-disable-next-line kr-activity: agreed -->',
  '<!-- okrlint-disable -->',
  '<!-- okrlint-enable',
  '```',
  '---',
  'okr: true',
  '> - KR 6: Reduce churn',
  '**KR 7:** Increase NPS from 30 to 20',
  'Objective 3:',
  '- ',
  '',
] as const;

const odd = fc.constantFrom(
  '\r',
  '\r\n',
  '\u2028',
  '\ud83d',
  '\udc00',
  '\0',
  '\u0301',
  '\ufeff',
  '\u202e',
  '[',
  '](',
  '`',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's placeholder, as it would be in a document
  '${1:x}',
  '\\',
  '\t',
);

export const documents: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...LINES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...LINES), odd).map(([line, char]) => line + char) },
    ),
    { maxLength: 40 },
  )
  .chain((lines) => fc.constantFrom('\n', '\n', '\n', '\r\n', '\r').map((end) => lines.join(end)));

/** An OKR document for sure, with findings in most cases. */
export const okrDocuments = documents.map(
  (text) =>
    `# OKRs Q3 2026\n\n## Objective 1: Shops reorder by themselves\n\n- KR 1: Help improve sales\n${text}`,
);

export interface RandomEdit {
  /** Places as parts of the text's length, from 0 to 1. */
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

export const edits: fc.Arbitrary<RandomEdit> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  text: fc.oneof(fc.constantFrom(...LINES, '\n', 'x', ' '), odd),
});

/** Numbers that are no places in a text. */
export const oddNumbers = fc.oneof(
  fc.integer({ min: -5, max: 60 }),
  fc.constantFrom(-1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 0.5, -0.1, null, '3', {}, undefined),
);

export const oddPositions = fc.record({ line: oddNumbers, character: oddNumbers });
