import assert from 'node:assert/strict';
import { readDocument } from '../../server/src/document';
import { cycleOf, cycleOfDocument, type FiscalYear, parseDate } from '../../server/src/progress';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';

const OCTOBER: FiscalYear = { firstMonth: 10 };
const APRIL: FiscalYear = { firstMonth: 4, namedAfter: 'start' };

/** Name, and its days where years begin in October and are named after their end, and in April after their start. */
const NAMES: readonly (readonly [text: string, october: string, april: string])[] = [
  ['FY26', '2025-10-01 2026-09-30', '2026-04-01 2027-03-31'],
  ['FY2026', '2025-10-01 2026-09-30', '2026-04-01 2027-03-31'],
  ['fiscal year 2026', '2025-10-01 2026-09-30', '2026-04-01 2027-03-31'],
  ['FY26 Q1', '2025-10-01 2025-12-31', '2026-04-01 2026-06-30'],
  ['Q1 FY2026', '2025-10-01 2025-12-31', '2026-04-01 2026-06-30'],
  ['Q1FY26', '2025-10-01 2025-12-31', '2026-04-01 2026-06-30'],
  ['FY26-Q2', '2026-01-01 2026-03-31', '2026-07-01 2026-09-30'],
  ['FY26-Q4', '2026-07-01 2026-09-30', '2027-01-01 2027-03-31'],
  ['FY26 H1', '2025-10-01 2026-03-31', '2026-04-01 2026-09-30'],
  ['FY26 Q2–Q3', '2026-01-01 2026-06-30', '2026-07-01 2026-12-31'],
  ['FY26 November', '2025-11-01 2025-11-30', '2026-11-01 2026-11-30'],
  ['March of fiscal 2026', '2026-03-01 2026-03-31', '2027-03-01 2027-03-31'],
  ['FY25/26', '2025-10-01 2026-09-30', '2025-04-01 2026-03-31'],
  ['FY2025-26 Q2', '2026-01-01 2026-03-31', '2025-07-01 2025-09-30'],
  ['2025/26', '2025-10-01 2026-09-30', '2025-04-01 2026-03-31'],
  ['quý 1 năm tài chính 2026', '2025-10-01 2025-12-31', '2026-04-01 2026-06-30'],
  ['Quý II năm tài khóa 2026', '2026-01-01 2026-03-31', '2026-07-01 2026-09-30'],
  ['nửa đầu năm tài chính 2026', '2025-10-01 2026-03-31', '2026-04-01 2026-09-30'],
  ['Niên độ 2025-2026', '2025-10-01 2026-09-30', '2025-04-01 2026-03-31'],
  // Calendar names stay what they are.
  ['Q1 2026', '2026-01-01 2026-03-31', '2026-01-01 2026-03-31'],
  ['CY26', '2026-01-01 2026-12-31', '2026-01-01 2026-12-31'],
  ['Phòng tài chính, quý 1/2026', '2026-01-01 2026-03-31', '2026-01-01 2026-03-31'],
  ['2026-07', '2026-07-01 2026-07-31', '2026-07-01 2026-07-31'],
  ['2026-01-01 – 2026-03-31', '2026-01-01 2026-03-31', '2026-01-01 2026-03-31'],
];

describe('fiscal years', () => {
  for (const [text, october, april] of NAMES)
    for (const form of ['NFC', 'NFD'] as const)
      it(`"${text}", ${form}`, () => {
        const days = (fiscal: FiscalYear) => {
          const cycle = cycleOf(text.normalize(form), {}, fiscal);
          return cycle && `${cycle.start} ${cycle.end}`;
        };
        assert.equal(days(OCTOBER), october);
        assert.equal(days(APRIL), april);
      });

  it('that begin in January are calendar years, and known', () => {
    for (const namedAfter of ['start', 'end'] as const) {
      const cycle = cycleOf('FY26-Q2', {}, { firstMonth: 1, namedAfter });
      assert.equal(cycle?.start, '2026-04-01');
      assert.equal(cycle?.fiscal?.year, 2026);
    }
  });

  it('count for what stands within them without a year of its own', () => {
    const text =
      '---\ncycle: FY26\n---\n\n# Q2\n\n## Objective 1: Shops reorder by themselves\n\n- KR 1: Raise orders from 1 to 5\n';
    const document = readDocument(text, { path: '/a.okr.md' });
    const cycle = cycleOfDocument(document, document.objectives()[0], undefined, OCTOBER);
    assert.equal(cycle && `${cycle.start} ${cycle.end}`, '2026-01-01 2026-03-31');
    assert.equal(cycleOfDocument(document, document.objectives()[0])?.start, '2026-04-01', 'not configured');
    assert.ok(cycle);
    assert.equal(parseDate('end of Q3', { cycle }), '2026-06-30');
    assert.equal(parseDate('the end of something', { cycle }), undefined);
    assert.equal(parseDate('end of quarter', { cycle }), '2026-03-31');
  });
});

describe('findings in a fiscal year', () => {
  const service = createOkrLanguageService();
  const text =
    '# OKRs FY26-Q1\n\n## Objective 1: Shops reorder by themselves @linh\n\n- KR 1: Raise orders from 10 to 50 by 2026-02-15 (now: 12) [status:: on track]\n';
  const read = (fiscalYear?: FiscalYear) => {
    const document = service.read(text, { path: '/a.okr.md' });
    const settings = { ...DEFAULT_SETTINGS, ...(fiscalYear ? { fiscalYear } : {}) };
    return { document, settings, today: '2025-12-20', path: '/a.okr.md' };
  };
  const ids = (fiscalYear?: FiscalYear) => service.diagnose(read(fiscalYear)).map(({ ruleId }) => ruleId);

  it('say nothing about days that nobody knows', () => {
    for (const id of ['deadline-outside-cycle', 'off-pace', 'wishful-status', 'cycle-mismatch'])
      assert.ok(!ids().includes(id), id);
  });

  it('know them when somebody has said when it begins', () => {
    assert.ok(ids(OCTOBER).includes('deadline-outside-cycle'), ids(OCTOBER).join());
    assert.ok(
      ids(OCTOBER).some((id) => id === 'off-pace' || id === 'wishful-status'),
      ids(OCTOBER).join(),
    );
    assert.ok(!ids({ firstMonth: 1 }).includes('deadline-outside-cycle'));
  });

  it('agree with progress, hover and scorecard', () => {
    const request = read(OCTOBER);
    const [objective] = request.document.objectives();
    const kr = objective?.keyResults[0];
    assert.ok(objective && kr);
    assert.ok((service.progress(request, kr).elapsed ?? 0) > 0.8);
    assert.equal(service.scorecard(request).cycle?.start, '2025-10-01');
    assert.match(service.hover(request, text.indexOf('Shops'))?.markdown ?? '', /8\d ?%|cycle/i);
  });
});
