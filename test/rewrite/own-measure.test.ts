/** The first rewording fits the thing that is worked on, what is done to it and what that is against, in any trade. */
import assert from 'node:assert/strict';
import { plainText } from '../../server/src/rewrite/index';
import type { Language } from '../../server/src/text/language';
import { closureFaults, documentWith, rewordings } from './closure';
import { keyResults } from './pipeline';

type Case = readonly [sentence: string, first: RegExp];

const CASES: Readonly<Record<Language, readonly Case[]>> = {
  en: [
    // things of many trades
    ['Replace the lifts in the north tower', /^Reduce breakdowns of the lifts/],
    ['Plant 400 saplings', /^Increase the share of saplings alive a year later/],
    ['Prune the orchard', /^Increase the yield of the orchard/],
    ['Start a chess club', /^Increase the number of people who take part in the chess club/],
    ['Stage an open-air concert', /^Increase the number of people who come to the open-air concert/],
    ['Attend two trade fairs', /^Increase orders won through trade fairs/],
    ['Migrate invoices to the new portal', /^Reduce the time needed to handle invoices/],
    ['Run evacuation drills', /^Increase the share of employees who act correctly in evacuation drills/],
    ['Buy helmets for the crew', /who wear helmets/],
    ['Raise awareness of phishing', /^Increase the share of people who know what to do about phishing/],
    // what is done to them
    ['Open a repair shop', /^Increase the number of people who come to the repair shop/],
    ['Document the billing tables', /^Reduce questions that only an expert on the billing tables can answer/],
    ['Sell gift cards', /^Increase sales of gift cards/],
    ['Retrain the night guards', /who apply what they learned/],
    ['Negotiate longer payment terms', /^Increase payment terms from/],
    ['Negotiate a lower rent', /^Reduce the rent from/],
    // what it is against
    [
      'Vaccinate the calves against pneumonia',
      /^Reduce cases of pneumonia from ‹baseline› to ‹target› a month/,
    ],
    // words of the thing
    ["Redesign the students' portal", /the students' portal/],
    ['Teach farmers soil testing', /^Increase the share of farmers who apply/],
    ['Make the annual report accessible', /the report from|the report finished/],
    ['Run 360-degree reviews', /360-degree reviews/],
    [
      'Write a style guide for the translators',
      /^Increase the share of translators who find their answer in the style guide/,
    ],
  ],
  vi: [
    ['Thay toàn bộ đèn đường', /^Giảm số lần đèn đường gặp sự cố/],
    ['Trồng 300 cây xanh', /^Tăng tỷ lệ cây xanh còn sống sau một năm/],
    ['Bón phân cho 20 ha hồ tiêu', /^Tăng năng suất hồ tiêu/],
    ['Lập câu lạc bộ cờ vua', /^Tăng số người sinh hoạt đều trong câu lạc bộ cờ vua/],
    ['Tham gia hội chợ tại Huế', /^Tăng số đơn hàng có được nhờ hội chợ/],
    ['Tổ chức họp giao ban mỗi sáng', /^Tăng tỷ lệ việc thống nhất tại họp giao ban được làm đúng hạn/],
    ['Tập huấn nông dân về phòng trừ ốc bươu vàng', /^Giảm tỷ lệ diện tích bị ốc bươu vàng/],
    ['Lắp camera giám sát ở kho', /^Giảm số sự cố phát hiện muộn dù đã có camera giám sát/],
    ['Cấp mũ bảo hộ cho công nhân', /^Tăng tỷ lệ công nhân dùng mũ bảo hộ đúng quy định/],
    ['Mời 10 trường học tham quan xưởng', /^Tăng tỷ lệ trường học quay lại/],
    ['Tăng cường phối hợp giữa các khoa', /^Tăng tỷ lệ việc cần phối hợp giữa các khoa hoàn thành đúng hạn/],
  ],
};

const alone = (language: Language, sentence: string): string =>
  `# OKR\n\n## ${language === 'en' ? 'Objective: One step further' : 'Mục tiêu: Tiến thêm một bước'}\n\n- KR: ${sentence}\n`;

for (const language of ['en', 'vi'] as const)
  describe(`the first rewording fits the work (${language})`, () => {
    for (const [sentence, first] of CASES[language])
      it(sentence, () => {
        const setting = { language };
        const [item] = keyResults(alone(language, sentence), setting);
        const [finding] = item?.findings ?? [];
        assert.ok(item && finding, 'nothing is found');
        const offered = item.suggestions(finding.ruleId).filter(({ statement }) => statement);
        assert.match(plainText(offered[0]?.statement ?? []), first);
        const text = documentWith(sentence, setting);
        for (const { rule, suggestion } of rewordings(text, setting))
          assert.deepEqual(closureFaults(text, setting, rule, suggestion), []);
      });
  });

describe('a thing that nobody knows', () => {
  it('is offered a place for what goes wrong with it', () => {
    const [item] = keyResults(alone('en', 'Varnish the zorbs'), { language: 'en' });
    const [finding] = item?.findings ?? [];
    const offered = item?.suggestions(finding?.ruleId ?? '') ?? [];
    assert.match(
      plainText(offered[0]?.statement ?? []),
      /^Reduce the number of ‹what goes wrong› with the zorbs from ‹baseline› to ‹target› a month$/,
    );
  });
});

describe('a target at a level', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Have NPS at 45', 'Increase NPS from ‹baseline› to 45'],
    ['Get churn down to 3%', 'Reduce churn from ‹baseline›% to 3%'],
    ['NPS at 45', 'NPS from ‹baseline› to 45'],
  ];
  for (const [sentence, expected] of cases)
    it(sentence, () => {
      const [item] = keyResults(alone('en', sentence), { language: 'en' });
      const [best] = item?.suggestions('kr-no-baseline') ?? [];
      assert.equal(plainText(best?.statement ?? []), expected);
    });
});
