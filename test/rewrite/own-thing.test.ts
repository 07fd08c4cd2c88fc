/** The first rewording is about the thing that the sentence is about, where that takes place, in its own grammar. */
import assert from 'node:assert/strict';
import { plainText } from '../../server/src/rewrite/index';
import type { TeamId } from '../../server/src/teams/index';
import type { Language } from '../../server/src/text/language';
import { documentWith } from './closure';
import { keyResults } from './pipeline';

type Case = readonly [team: TeamId, sentence: string, first: RegExp];

const CASES: Readonly<Record<Language, readonly Case[]>> = {
  en: [
    [
      'sales',
      'Call 200 dormant customers in the north region',
      /booked with dormant customers in the north region from/,
    ],
    [
      'sales',
      'Visit 40 distributors before 30 September',
      /orders from distributors from .* before 30 September$/,
    ],
    ['support', 'Train the support team on the refund policy', /the share of the support team who/],
    [
      'product',
      'Evaluate annotation and screen-recording tools',
      /about annotation and screen-recording tools backed/,
    ],
    [
      'hr',
      'Translate the employee handbook into Spanish',
      /who read the employee handbook in their own language/,
    ],
    ['marketing', 'Submit 10 conference proposals', /conference proposals accepted/],
    ['engineering', 'Migrate the billing service to Kubernetes', /incidents in the billing service/],
    ['finance', 'Support the sales team in collecting overdue invoices', /days sales outstanding/],
  ],
  vi: [
    ['sales', 'Thăm 40 nhà phân phối ở miền Tây', /số đơn hàng từ nhà phân phối ở miền Tây từ/],
    ['hr', 'Tổ chức 2 buổi tư vấn tại xã vùng cao', /buổi tư vấn tại xã vùng cao muốn/],
    ['hr', 'Dịch sổ tay nhân viên sang tiếng Anh', /người đọc sổ tay nhân viên bằng ngôn ngữ của mình/],
    ['product', 'Khảo sát 100 người dùng về trải nghiệm đặt vé', /tỷ lệ người dùng/],
  ],
};

for (const language of ['en', 'vi'] as const satisfies readonly Language[])
  describe(`the first rewording is about the sentence's own thing (${language})`, () => {
    for (const [team, sentence, first] of CASES[language])
      it(sentence, () => {
        const setting = { language, team };
        const item = keyResults(documentWith(sentence, setting), setting)[1];
        assert.ok(item);
        const [finding] = item.findings;
        assert.ok(finding);
        const [best] = item.suggestions(finding.ruleId);
        assert.match(plainText(best?.statement ?? []), first);
      });
  });

describe('a rewording', () => {
  it('keeps the year that belongs to the noun', () => {
    const setting = { language: 'vi', team: 'finance' } as const;
    const item = keyResults(documentWith('Lập ngân sách năm 2027 trước 15/11', setting), setting)[1];
    const offered = item?.suggestions(item.findings[0]?.ruleId ?? '') ?? [];
    const sentences = offered.map(({ statement }) => plainText(statement ?? []));
    assert.ok(
      sentences.some((sentence) => /ngân sách năm 2027 từ/.test(sentence)),
      sentences.join('\n'),
    );
  });
});

/** What a sentence says when or how is no thing that anybody could be content with. */
const NO_THINGS: Readonly<Record<Language, readonly (readonly [sentence: string, thing: RegExp])[]>> = {
  en: [
    ['Be responsive on the help line', /the responsive/],
    ['Be on time with payslips', /(?:with|about) the time/],
    ['Stay close to our clients', /the close/],
    ['Keep the ward tidy', /tidy/],
    ['Open on weekends', /weekends/],
    ['Offer afternoons for seniors', /afternoons/],
    ['Add a second evening', /evening/],
    ['Run earlier on Fridays', /the earlier/],
    ['Interview growers aged 20 to 30', /20/],
    ['Be exact about lead times', /meetings/],
    ['Expand to Leeds', /Leeds/],
  ],
  vi: [
    ['Mở thư viện chiều chủ nhật', /chiều|chủ nhật/],
    ['Dạy thêm buổi chiều', /chiều/],
    ['Giao hàng ngày chủ nhật', /ngày chủ/],
    ['Chuẩn bị cho mùa đông', /mùa đông/],
    ['Mở rộng ra Cần Thơ', /Cần Thơ/],
    ['Chạy xe ban đêm nhiều hơn', /ban đêm/],
    ['Rà soát bản án 10 năm gần đây', /10/],
    ['Thông báo tốt hơn', /(?:với|về|ở) tốt/],
  ],
};

for (const language of ['en', 'vi'] as const satisfies readonly Language[])
  describe(`what is no thing is not measured (${language})`, () => {
    for (const [sentence, thing] of NO_THINGS[language])
      it(sentence, () => {
        const item = keyResults(documentWith(sentence, { language, team: 'hr' }), { language })[1];
        const [finding] = item?.findings ?? [];
        assert.ok(item && finding);
        for (const { id, statement } of item.suggestions(finding.ruleId))
          if (id.startsWith('metric') || id.startsWith('skeleton'))
            assert.doesNotMatch(plainText(statement ?? []), thing);
      });
  });

describe('of what no list knows', () => {
  for (const [language, sentence] of [
    ['en', 'Build a bee wall'],
    ['en', 'Repair the slipway'],
    ['vi', 'Sửa bến thuyền'],
    ['vi', 'Tạo bộ tiêu bản'],
  ] as const)
    it(`the open offer comes before what the verb lets one guess: ${sentence}`, () => {
      const item = keyResults(`# OKR\n\n- KR: ${sentence}\n`, { language })[0];
      const [finding] = item?.findings ?? [];
      assert.ok(item && finding);
      assert.equal(item.suggestions(finding.ruleId)[0]?.id, 'skeleton-faultsWith');
    });
});
