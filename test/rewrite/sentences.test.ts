/** What each kind of rewrite makes of a sentence, placeholders as they are shown. */
import assert from 'node:assert/strict';
import { plainText, type Suggestion, suggest } from '../../server/src/rewrite/index';
import type { Language } from '../../server/src/text/language';
import { documentWith } from './closure';
import { keyResults } from './pipeline';

type Case = readonly [before: string, rule: string, id: string, after: string];

const CASES: Readonly<Record<Language, readonly Case[]>> = {
  en: [
    ['Try to reach 50 demos a month', 'kr-try-verb', 'drop-hedge', 'Reach 50 demos a month'],
    ['Work on reducing churn to 3%', 'kr-try-verb', 'drop-hedge', 'Reduce churn to 3%'],
    ['Focus on growing revenue by 20%', 'kr-try-verb', 'drop-hedge', 'Grow revenue by 20%'],
    ['Raise NPS to 50', 'kr-no-baseline', 'add-baseline', 'Raise NPS from ‹baseline› to 50'],
    [
      'Lift win rate to at least 30%',
      'kr-no-baseline',
      'add-baseline',
      'Lift win rate from ‹baseline›% to at least 30%',
    ],
    [
      'Raise average deal size to $40,000',
      'kr-no-baseline',
      'add-baseline',
      'Raise average deal size from $‹baseline› to $40,000',
    ],
    ['NPS of 50', 'kr-no-baseline', 'add-current', 'NPS of 50 (now: ‹baseline›)'],
    [
      'Cut errors by 40%',
      'kr-relative-no-base',
      'relative-from-to',
      'Cut errors from ‹baseline› to ‹target› (a change of 40%)',
    ],
    [
      'Double revenue',
      'kr-relative-no-base',
      'relative-from-to',
      'Double revenue from ‹baseline› to ‹target›',
    ],
    ['Increase revenue to 20%', 'to-or-by', 'by-instead-of-to', 'Increase revenue by 20%'],
    [
      'Increase revenue to 20%',
      'to-or-by',
      'relative-from-to',
      'Increase revenue from ‹baseline› to ‹target› (a change of 20%)',
    ],
    [
      'Improve conversion by 5%',
      'percent-of-percent',
      'percentage-points',
      'Improve conversion by 5 percentage points',
    ],
    [
      'Improve conversion by 5%',
      'percent-of-percent',
      'rate-from-to',
      'Improve conversion from ‹baseline›% to ‹target›%',
    ],
    ['Increase churn from 5% to 3%', 'direction-contradiction', 'swap-verb', 'Reduce churn from 5% to 3%'],
    ['Increase churn to 5%', 'metric-polarity', 'swap-verb', 'Reduce churn to 5%'],
    [
      'Raise satisfaction to 90%',
      'metric-undefined',
      'say-how-measured',
      'Raise satisfaction (measured by ‹survey or report›) to 90%',
    ],
    ['Reach 10,000 users', 'metric-ambiguous-window', 'add-window', 'Reach 10,000 users ‹a month›'],
    ['Lead time down to 4', 'unit-missing', 'add-unit', 'Lead time down to 4 ‹unit›'],
    [
      'Grow revenue from 1.200.000 to 1.500.000',
      'number-format',
      'number-format',
      'Grow revenue from 1,200,000 to 1,500,000',
    ],
    ['Increase signups', 'kr-unbounded', 'complete-from-to', 'Increase signups from ‹baseline› to ‹target›'],
    [
      'Reduce churn significantly',
      'kr-vague-quantity',
      'complete-from-to',
      'Reduce churn from ‹baseline›% to ‹target›%',
    ],
    [
      'Significantly reduce churn',
      'kr-vague-quantity',
      'complete-from-to',
      'Reduce churn from ‹baseline›% to ‹target›%',
    ],
    [
      'Significantly increase satisfaction',
      'kr-vague-quantity',
      'complete-from-to',
      'Increase satisfaction from ‹baseline› to ‹target› (measured by ‹survey or report›)',
    ],
    [
      'Improve response time',
      'kr-unbounded',
      'complete-from-to',
      'Improve response time from ‹baseline› to ‹target› ‹unit›',
    ],
    [
      'Learn Spanish',
      'kr-activity',
      'skeleton-whoDoes',
      'Increase the share of customers who ‹does what› from ‹baseline›% to ‹target›%',
    ],
  ],
  vi: [
    ['Cố gắng đạt 50 buổi demo mỗi tháng', 'kr-try-verb', 'drop-hedge', 'Đạt 50 buổi demo mỗi tháng'],
    ['Phấn đấu giảm tỷ lệ rời bỏ xuống 3%', 'kr-try-verb', 'drop-hedge', 'Giảm tỷ lệ rời bỏ xuống 3%'],
    ['Tăng NPS lên 50', 'kr-no-baseline', 'add-baseline', 'Tăng NPS từ ‹mức hiện tại› lên 50'],
    [
      'Giảm thời gian phản hồi xuống dưới 2 giờ',
      'kr-no-baseline',
      'add-baseline',
      'Giảm thời gian phản hồi từ ‹mức hiện tại› xuống dưới 2 giờ',
    ],
    [
      'Đạt 10.000 người dùng',
      'kr-no-baseline',
      'add-current',
      'Đạt 10.000 người dùng (hiện tại: ‹mức hiện tại›)',
    ],
    [
      'Giảm 40% lỗi giao hàng',
      'kr-relative-no-base',
      'relative-from-to',
      'Giảm lỗi giao hàng từ ‹mức hiện tại› xuống ‹mức cần đạt› (giảm 40%)',
    ],
    [
      'Tăng gấp đôi doanh thu',
      'kr-relative-no-base',
      'relative-from-to',
      'Tăng gấp đôi doanh thu từ ‹mức hiện tại› lên ‹mức cần đạt›',
    ],
    [
      'Số đơn giao lại giảm một nửa so với năm ngoái',
      'kr-relative-no-base',
      'relative-from-to',
      'Số đơn giao lại từ ‹mức hiện tại› xuống ‹mức cần đạt› (giảm một nửa) so với năm ngoái',
    ],
    [
      'Lượng khách đoàn tăng gấp đôi',
      'kr-relative-no-base',
      'relative-from-to',
      'Lượng khách đoàn từ ‹mức hiện tại› lên ‹mức cần đạt› (tăng gấp đôi)',
    ],
    ['Tăng doanh thu lên 20%', 'to-or-by', 'by-instead-of-to', 'Tăng doanh thu thêm 20%'],
    ['Giảm chi phí xuống 20%', 'to-or-by', 'by-instead-of-to', 'Giảm chi phí đi 20%'],
    [
      'Cải thiện tỷ lệ chuyển đổi thêm 5%',
      'percent-of-percent',
      'percentage-points',
      'Cải thiện tỷ lệ chuyển đổi thêm 5 điểm phần trăm',
    ],
    [
      'Tăng tỷ lệ nghỉ việc từ 5% xuống 3%',
      'direction-contradiction',
      'swap-verb',
      'Giảm tỷ lệ nghỉ việc từ 5% xuống 3%',
    ],
    ['Tăng tỷ lệ nghỉ việc lên 5%', 'metric-polarity', 'swap-verb', 'Giảm tỷ lệ nghỉ việc xuống 5%'],
    [
      'Nâng mức độ hài lòng lên 90%',
      'metric-undefined',
      'say-how-measured',
      'Nâng mức độ hài lòng (đo bằng ‹khảo sát hoặc báo cáo›) lên 90%',
    ],
    ['Đạt 10,000 người dùng', 'number-format', 'number-format', 'Đạt 10.000 người dùng'],
    [
      'Tăng số lượt đăng ký',
      'kr-unbounded',
      'complete-from-to',
      'Tăng số lượt đăng ký từ ‹mức hiện tại› lên ‹mức cần đạt›',
    ],
    [
      'Giảm đáng kể tỷ lệ rời bỏ',
      'kr-vague-quantity',
      'complete-from-to',
      'Giảm tỷ lệ rời bỏ từ ‹mức hiện tại›% xuống ‹mức cần đạt›%',
    ],
    [
      'Cải thiện thời gian phản hồi',
      'kr-unbounded',
      'complete-from-to',
      'Cải thiện thời gian phản hồi từ ‹mức hiện tại› xuống ‹mức cần đạt› ‹đơn vị›',
    ],
  ],
};

function suggestionsFor(sentence: string, language: Language): readonly (readonly [string, Suggestion])[] {
  const setting = { language, team: 'sales', profile: 'strict' } as const;
  const item = keyResults(documentWith(sentence, setting), setting)[1];
  return (item?.findings ?? []).flatMap(({ ruleId }) =>
    (item?.suggestions(ruleId) ?? []).map((suggestion) => [ruleId, suggestion] as const),
  );
}

/** Whose number of ‹what goes wrong› nobody can count: they are measures themselves. */
const MEASURES = {
  en: ['Increase customer satisfaction', 'Significantly increase satisfaction', 'Improve employee happiness'],
  vi: ['Nâng cao sự hài lòng của khách hàng', 'Tăng mạnh sự hài lòng'],
} as const;

for (const language of ['en', 'vi'] as const)
  describe(`what is a measure itself (${language})`, () => {
    for (const sentence of MEASURES[language])
      it(`has no faults and no complaints: ${sentence}`, () => {
        const offered = suggestionsFor(sentence, language);
        assert.ok(offered.length > 0);
        const ids = offered.map(([, { id }]) => id);
        assert.ok(!ids.includes('skeleton-faultsWith'), ids.join());
        const about = {
          en: /with (?:the )?(?:customer )?(?:satisfaction|employee happiness)|complaints about/,
          vi: /hài lòng với sự hài lòng|phàn nàn về sự/,
        };
        for (const [, { title, statement }] of offered)
          assert.doesNotMatch(`${title} ${statement ? plainText(statement) : ''}`, about[language]);
      });
  });

for (const language of ['en', 'vi'] as const)
  describe(`rewrites of single sentences (${language})`, () => {
    for (const [before, rule, id, expected] of CASES[language])
      it(`${id}: ${before}`, () => {
        const found = suggestionsFor(before, language).find(
          ([by, each]) => by === rule && each.id === id,
        )?.[1];
        assert.equal(plainText(found?.statement ?? []), expected);
      });
  });

describe('certain rewrites', () => {
  const certain = (sentence: string): string[] =>
    suggestionsFor(sentence, 'en')
      .filter(([, { kind }]) => kind === 'certain')
      .map(([, { id }]) => id);

  it('are those that need no thought', () => {
    assert.deepEqual(certain('Try to reach 50 demos a month'), ['drop-hedge']);
    assert.deepEqual(certain('Increase churn from 5% to 3%'), ['swap-verb']);
  });

  it('are not those where the author has to choose or to know something', () => {
    for (const sentence of [
      'Try to improve sales',
      'Increase churn to 5%',
      'Raise NPS to 50',
      'Call more customers',
    ])
      assert.deepEqual(certain(sentence), [], sentence);
  });

  it('never hold a placeholder', () => {
    for (const sentence of CASES.en.map(([before]) => before))
      for (const [, { kind, edits }] of suggestionsFor(sentence, 'en'))
        if (kind === 'certain')
          assert.ok(edits.every(({ parts }) => parts.every((part) => typeof part === 'string')));
  });
});

describe('titles', () => {
  it('are in the language of the reader, the sentence in its own', () => {
    const setting = { language: 'vi', team: 'sales' } as const;
    const item = keyResults(documentWith('Gọi điện cho khách hàng nhiều hơn', setting), setting)[1];
    const finding = item?.findings[0];
    assert.ok(item && finding);
    const [english] = suggest({ ...item.context(finding), language: 'en' });
    assert.match(english?.title ?? '', /^Measure số cuộc hẹn/u);
    assert.match(plainText(english?.statement ?? []), /^Tăng số cuộc hẹn/u);
  });

  it('are one short line', () => {
    for (const language of ['en', 'vi'] as const)
      for (const [before] of CASES[language])
        for (const [, { title }] of suggestionsFor(before, language)) {
          assert.ok(title.length <= 90, `${title.length}: ${title}`);
          assert.doesNotMatch(title, /[{}\n]|\s{2}|“”/u);
        }
  });
});
