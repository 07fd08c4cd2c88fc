import { deepStrictEqual, strictEqual } from 'node:assert';
import { fixText } from '../../server/src/cli/lint-file';
import type { Suggestion } from '../../server/src/rewrite';
import type { Finding } from '../../server/src/rules/rule';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';
import { certainAmong } from '../../server/src/service/certain-fixes';

const service = createOkrLanguageService();
const job = {
  name: 'x',
  path: '/x.okr.md',
  settings: DEFAULT_SETTINGS,
  today: '2026-08-01',
  suggestions: false,
};

/** Objectives with key results of which every other one has a hedge too many. */
function hedged(count: number): string {
  const lines = ['# OKRs Q3 2026', ''];
  for (let n = 0; n < count; n++) {
    if (n % 4 === 0) lines.push('', `## Objective ${n / 4 + 1}: Shop ${n} reorders without being asked`, '');
    lines.push(n % 2 ? '- KR: Phone more owners' : `- KR: Try to reach ${n + 50} repeat orders a week`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

describe('fixing all', () => {
  it('mends everything, however much else there is to say', function () {
    this.timeout(60_000);
    const text = hedged(5000);
    const document = service.read(text, { force: true });
    const request = { document, settings: DEFAULT_SETTINGS, today: job.today };
    strictEqual(service.certainFixes(request).length, 2500);
    const wanted = text.replaceAll('Try to reach', 'Reach');
    strictEqual(fixText(service, text, job), wanted, 'and leaves the rest byte for byte');
  });

  it('can be done in steps', () => {
    const document = service.read(hedged(40), { force: true });
    const request = { document, settings: DEFAULT_SETTINGS, today: job.today };
    const steps = service.fixing(request);
    let count = 0;
    let last = steps.next();
    for (; !last.done; last = steps.next()) count++;
    strictEqual(count, 20);
    deepStrictEqual(last.value, service.certainFixes(request));
  });

  /** What is chosen of suggestions with these spans, each of a finding of its own. */
  function chosen(...spans: readonly (readonly [number, number])[][]): number[] {
    const suggestions = spans.map(
      (list, n): Suggestion => ({
        id: String(n),
        kind: 'certain',
        title: '',
        edits: list.map(([start, end]) => ({ span: { start, end }, parts: ['x'] })),
      }),
    );
    const findings = spans.map(
      (_, n): Finding => ({
        ruleId: 'kr-try-verb',
        severity: 'hint',
        span: { start: n, end: n },
        params: {},
      }),
    );
    const steps = certainAmong('.'.repeat(100), findings, (finding) => [
      suggestions[finding.span.start] as Suggestion,
    ]);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value.map(({ id }) => Number(id));
    }
  }

  it('never takes two changes that meet, the earlier one wins', () => {
    deepStrictEqual(chosen([[0, 5]], [[5, 9]], [[4, 6]], [[0, 1]]), [0, 1]);
    deepStrictEqual(chosen([[10, 20]], [[0, 10]], [[5, 30]], [[20, 21]]), [0, 1, 3]);
    deepStrictEqual(chosen([[10, 20]], [[12, 15]], [[0, 40]]), [0]);
    deepStrictEqual(chosen([[3, 3]], [[3, 3]], [[3, 4]], [[2, 3]]), [0, 3]);
    deepStrictEqual(
      chosen(
        [
          [0, 2],
          [8, 9],
        ],
        [
          [4, 5],
          [8, 9],
        ],
        [[4, 5]],
      ),
      [0, 2],
      'a change is made whole or not at all',
    );
  });
});
