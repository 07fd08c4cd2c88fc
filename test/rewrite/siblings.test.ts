/** Key results of one objective are offered measures of their own, and none that another measures already. */
import assert from 'node:assert/strict';
import { plainText } from '../../server/src/rewrite/index';
import type { Language } from '../../server/src/text/language';
import { keyResults } from './pipeline';

/** What each weak key result is offered, in order. */
function offers(
  language: Language,
  objective: string,
  ...lines: readonly string[]
): readonly (readonly string[])[] {
  const text = `## ${language === 'en' ? 'Objective' : 'Mục tiêu'}: ${objective}\n\n${lines.map((line) => `- KR: ${line}`).join('\n')}\n`;
  return keyResults(text, { language }).map(({ findings, suggestions }) => {
    const [finding] = findings.filter(({ ruleId }) => ruleId !== 'kr-no-baseline');
    return finding ? suggestions(finding.ruleId).map(({ statement }) => plainText(statement ?? [])) : [];
  });
}

describe('siblings under one objective', () => {
  const cases: readonly [Language, string, readonly string[]][] = [
    [
      'en',
      'Patients get help in time',
      ['Hire three receptionists', 'Install a phone system', 'Send SMS reminders'],
    ],
    [
      'en',
      'Every parcel arrives on the promised day',
      ['Buy two sorters', 'Hire six drivers', 'Rebuild the depot'],
    ],
    [
      'vi',
      'Mọi đơn hàng đến tay khách đúng hẹn',
      ['Mua thêm xe tải', 'Tuyển 5 tài xế', 'Viết lại quy trình đóng gói'],
    ],
  ];
  for (const [language, objective, lines] of cases)
    it(`are offered different measures first: ${objective}`, () => {
      const first = offers(language, objective, ...lines).map(([best]) => best);
      assert.equal(new Set(first).size, lines.length, first.join('\n'));
    });

  it('are not offered what a good one measures', () => {
    const [weak = []] = offers(
      'en',
      'Guests love our hotel',
      'Renovate the lobby',
      'Cut complaints about the lobby from 30 to 10 a month',
    );
    assert.ok(weak.length > 0);
    assert.ok(!weak.some((offer) => offer.startsWith('Reduce complaints about the lobby')), weak.join('\n'));
  });

  // Found by the hostile text "open suppressions": the other 87,000 of its objective were read for one hover.
  it('do not look at those that nobody sees together with them', () => {
    const good = 'Cut complaints about the lobby from 30 to 10 a month';
    const others = (count: number) => Array.from({ length: count }, (_, n) => `Raise item ${n} from 1 to 2`);
    const [near = []] = offers('en', 'Guests love our hotel', 'Renovate the lobby', ...others(15), good);
    const [far = []] = offers('en', 'Guests love our hotel', 'Renovate the lobby', ...others(25), good);
    const isOffered = (all: readonly string[]) =>
      all.some((offer) => offer.startsWith('Reduce complaints about the lobby'));
    assert.deepEqual([isOffered(near), isOffered(far)], [false, true], [...near, ...far].join('\n'));
  });

  it('are not offered what a good one says in other words', () => {
    const [weak = []] = offers(
      'en',
      'Our clinic runs on time',
      'Send appointment reminders',
      'Reduce waiting time of patients from 50 to 20 minutes',
    );
    assert.ok(!weak.some((offer) => offer.includes('the time patients wait')), weak.join('\n'));
  });
});
