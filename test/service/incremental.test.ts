import { deepStrictEqual, ok } from 'node:assert';
import fc from 'fast-check';
import { createAlignmentIndex } from '../../server/src/alignment';
import {
  createOkrLanguageService,
  DEFAULT_SETTINGS,
  type Diagnosis,
  type DocumentRequest,
  type OkrDocument,
  type OkrLanguageService,
} from '../../server/src/service';

const PATH = '/docs/team.okr.md';
const NAME = 'file:///docs/team.okr.md';
const OTHER = 'file:///docs/company.okr.md';
const COMPANY = '# Objective 1: Grow {#o1}\n\n- KR1: Raise NPS from 30 to 50\n';

const COMPANY_DOCUMENT = createOkrLanguageService().read(COMPANY, { path: OTHER });

/** Few objectives are too many, so that where sets of them begin matters. */
const SETTINGS = { ...DEFAULT_SETTINGS, limits: { keyResults: { min: 2, max: 5 }, objectives: { max: 1 } } };

/** Pieces that documents are made of, and that are typed, pasted and deleted in them. */
const PIECES = [
  '# OKRs Q3 2026\n\n',
  '# Team B\n\n',
  '## Objective 1: Guests come back\n\n',
  '## Objective: Restaurants reorder without being asked {#o2}\n\n',
  '## Mục tiêu: Nhà hàng tự đặt lại {^company/o1}\n\n',
  '## Objective: Build the new portal {^nowhere}\n\n',
  '## ~~Objective: Dropped~~\n\n',
  '- KR1: Launch the new portal\n',
  '- KR2: Raise repeat orders from 22% to 35% by 30 Sep (now: 25%) @linh\n',
  '- KR2: Gọi cho nhiều nhà hàng hơn\n',
  '- KR: Cut it from 5 to 9 TBD\n',
  '- ~~KR: Hold meetings~~\n',
  '<!-- okrlint-disable-next-line kr-activity: agreed -->\n',
  '<!-- okrlint-disable -->\n',
  '<!-- okrlint-enable -->\n',
  '<!-- okrlint-disable-line no-such-rule -->\n',
  '- KR: Die Zufriedenheit der Kunden von 30 auf 50 steigern und mit ihnen wachsen\n',
  '\nSome words that are no key result.\n\n',
  '---\nlang: vi\n---\n',
  'e',
  '\n',
];

const textOf = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const editOf = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 0, 1, 12, 80),
  newText: fc.constantFrom('', ...PIECES),
});

function requestFor(document: OkrDocument, index = createAlignmentIndex()): DocumentRequest {
  index.update(OTHER, COMPANY_DOCUMENT);
  index.update(NAME, document);
  return {
    document,
    settings: SETTINGS,
    path: PATH,
    today: '2026-08-01',
    alignment: { index, document: NAME },
  };
}

/** What somebody sees of findings. */
const shown = (findings: readonly Diagnosis[]) =>
  findings.map(({ ruleId, severity, span, message, language, item }) => ({
    ruleId,
    severity,
    span,
    message,
    language,
    item: item && { start: item.offset + item.item.span.start, text: item.item.statement.text },
  }));

const RANK = { error: 0, warning: 1, information: 2, hint: 3 };

/** The worst of all findings, the plain way. */
function worstOf(findings: readonly Diagnosis[], limit: number): readonly Diagnosis[] {
  const worst = findings
    .map((finding, n) => ({ finding, n }))
    .sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity] || a.n - b.n)
    .slice(0, limit);
  return worst.sort((a, b) => a.n - b.n).map(({ finding }) => finding);
}

function judgeAll(service: OkrLanguageService, request: DocumentRequest): void {
  for (const _ of service.judge(request));
}

describe('findings after edits', function () {
  this.timeout(60_000);

  it('are those of a document read afresh: all, the worst few, and those around a place', () => {
    fc.assert(
      fc.property(
        textOf,
        fc.array(editOf, { minLength: 1, maxLength: 6 }),
        fc.nat(6),
        (start, edits, limit) => {
          const service = createOkrLanguageService();
          let text = start;
          const index = createAlignmentIndex();
          let document = service.read(text, { path: PATH });
          service.diagnose(requestFor(document, index), limit);
          for (const { at, length, newText } of edits) {
            const from = Math.floor(at * text.length);
            const span = { start: from, end: Math.min(text.length, from + length) };
            text = text.slice(0, span.start) + newText + text.slice(span.end);
            document = service.update(document, text, [{ span, newText }], { path: PATH });
            const request = requestFor(document, index);
            judgeAll(service, request);
            const fresh = createOkrLanguageService();
            const expected = fresh.diagnose(requestFor(fresh.read(text, { path: PATH })));
            deepStrictEqual(shown(service.diagnose(request, limit)), shown(worstOf(expected, limit)));
            const around = shown(service.diagnoseNear(request, { start: from, end: from }));
            const own = expected.filter(
              ({ item }) =>
                item &&
                item.offset + item.item.span.start <= from &&
                from <= item.offset + item.item.span.end,
            );
            for (const one of shown(own))
              deepStrictEqual(
                around.filter(
                  (other) => other.ruleId === one.ruleId && other.span.start === one.span.start,
                )[0],
                one,
              );
            // Before the scorecard has made everything that the count does without.
            const measured = service.measured(request);
            deepStrictEqual(shown(service.diagnose(request)), shown(expected));
            const { objectives } = fresh.scorecard(requestFor(fresh.read(text, { path: PATH })));
            const sum = (of: 'measurable' | 'total') => objectives.reduce((all, each) => all + each[of], 0);
            deepStrictEqual(measured, { measurable: sum('measurable'), total: sum('total') });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are the worst of many, also of a long document', () => {
    const service = createOkrLanguageService();
    const objective = (n: number) =>
      `## Objective ${n}: Restaurants reorder\n\n- KR1: Launch portal ${n}\n- KR2: Cut it from ${n} to 9 TBD\n`;
    const text = `# OKRs\n\n${Array.from({ length: 400 }, (_, n) => objective(n)).join('')}`;
    const request = requestFor(service.read(text, { path: PATH }));
    const limited = service.diagnose(request, 300);
    const all = service.diagnose(request);
    ok(all.length > 600);
    deepStrictEqual(shown(limited), shown(worstOf(all, 300)));
  });
});
