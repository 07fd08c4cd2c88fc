/** The other facts: time, means, purpose, metric, vague words, clauses, evidence. Spans are checked as words. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { analyse, type StatementFacts } from '../../server/src/statement/index';
import type { Language } from '../../server/src/text/language';
import type { Span } from '../../server/src/text/span';

type Part = (facts: StatementFacts) => Span | undefined;

/** Checks that a part of the facts is exactly these words, in NFC and NFD; `-` for no such part. */
function table(name: string, part: Part, rows: readonly (readonly [Language, string, string])[]): void {
  describe(name, () => {
    for (const [language, text, words] of rows)
      it(`${text} → ${words}`, () => {
        for (const form of ['NFC', 'NFD'] as const) {
          const written = text.normalize(form);
          const span = part(analyse(written, language));
          strictEqual(span ? written.slice(span.start, span.end).normalize('NFC') : '-', words);
        }
      });
  });
}

table('deadline', (facts) => facts.deadline, [
  ['en', 'Open the clinic by June 30', 'by June 30'],
  ['en', 'Raise NPS to 50 before Q2 wraps up', 'before Q2 wraps up'],
  ['en', 'Reach 40 members by the end of the year', 'by the end of the year'],
  ['en', 'Launch in Q3', 'in Q3'],
  ['en', 'Cut waste by 20% this quarter', 'this quarter'],
  ['en', 'A stall at the autumn fair', 'at the autumn fair'],
  ['en', 'Raise event bookings in the spring from 3 to 9', 'in the spring'],
  ['en', 'Cut waste by 20%', '-'],
  ['en', 'Be kinder to early commuters', '-'],
  ['en', 'Open the pool for early swimmers', '-'],
  ['en', 'Open the pool by early May', 'by early May'],
  ['en', 'Answer within 24 hours of signup', '-'],
  ['en', 'Ship the kit before September 30th, 2026', 'before September 30th, 2026'],
  ['vi', 'Mở kho trước 30/6', 'trước 30/6'],
  ['vi', 'Doanh thu đạt 5 tỷ trong quý 3', 'trong quý 3'],
  ['vi', 'Tăng NPS lên 50 vào cuối năm', 'vào cuối năm'],
  ['vi', 'Giảm tỷ lệ rời đi trong 3 tháng đầu xuống 5%', '-'],
  ['vi', 'Giữ dòng tiền dương kể từ tháng 10', 'kể từ tháng 10'],
  ['vi', 'Đạt 500 hội viên đến hết tháng 12', 'đến hết tháng 12'],
]);

table('windows', (facts) => facts.windows[0], [
  ['en', 'Cut churn in the first 3 months to 5%', 'in the first 3 months'],
  ['en', 'Publish 2 posts per month', 'per month'],
  ['en', 'Raise week-4 visits to 20/month', '/month'],
  ['en', 'Answer within 24 hours of signup', 'within 24 hours of signup'],
  ['vi', 'Giảm tỷ lệ rời đi trong 3 tháng đầu xuống 5%', 'trong 3 tháng đầu'],
  ['vi', 'Nhận 10.000 lượt tương tác mỗi tháng', 'mỗi tháng'],
  ['vi', 'Đạt 300 đơn/ngày', '/ngày'],
]);

table('means', (facts) => facts.means, [
  ['en', 'Cut errors by 40% by scanning barcodes', 'by scanning barcodes'],
  ['en', 'Reach 40% self-service through a help center', 'through a help center'],
  ['en', 'Cut errors by 40%', '-'],
  ['vi', 'Giảm 40% lỗi bằng cách quét mã vạch', 'bằng cách quét mã vạch'],
  ['vi', 'Tăng 15% năng suất nhờ áp dụng Lean', 'nhờ áp dụng Lean'],
  ['vi', 'Thông qua đào tạo, giảm lỗi xuống 2%', 'Thông qua đào tạo'],
]);

table('purpose', (facts) => facts.purpose, [
  ['en', 'Call 25 accounts to check they are happy', 'to check they are happy'],
  ['en', 'Write guides so that calls drop', 'so that calls drop'],
  ['en', 'Raise margin to 40%', '-'],
  ['vi', 'Triển khai 5 chương trình nhằm nâng cao đãi ngộ', 'nhằm nâng cao đãi ngộ'],
  ['vi', 'Mở lớp để dạy nghề', 'để dạy nghề'],
]);

table('metric', (facts) => facts.metric?.span, [
  ['en', 'Raise the repeat purchase rate to 30%', 'repeat purchase rate'],
  ['en', 'Sev-1 defect fix time < 6 hrs', 'Sev-1 defect fix time'],
  ['en', 'Hit 97% on-time delivery', 'on-time delivery'],
  ['en', 'Launch the website', '-'],
  ['vi', 'Giảm tỷ lệ nghỉ việc xuống 8%', 'tỷ lệ nghỉ việc'],
  ['vi', 'Tăng mức độ hài lòng của nhân viên', 'mức độ hài lòng của nhân viên'],
  ['vi', 'Viết tài liệu', '-'],
]);

table('hedge', (facts) => facts.hedge, [
  ['en', 'Try to reach 50 members', 'Try to'],
  ['en', 'Focus on quality', 'Focus on'],
  ['en', 'Reach 50 members', '-'],
  ['vi', 'Cố gắng đạt 50 hội viên', 'Cố gắng'],
  ['vi', 'Phấn đấu giảm lỗi xuống 2%', 'Phấn đấu'],
  ['vi', 'Đạt 50 hội viên', '-'],
]);

table('vague words', (facts) => facts.vagueWords[0], [
  ['en', 'Call more customers', 'more'],
  ['en', 'Significantly increase sales', 'Significantly'],
  ['en', 'Reach more than 50 members', '-'],
  ['vi', 'Gửi nhiều email tiếp thị', 'nhiều'],
  ['vi', 'Giảm chi phí đáng kể', 'đáng kể'],
  ['vi', 'Hơn 70% ứng viên nhận offer', '-'],
]);

table('object', (facts) => facts.object, [
  ['en', 'Call more customers', 'customers'],
  ['en', 'Publish 12 blog posts', 'blog posts'],
  ['en', 'Develop and release a refund tool', 'refund tool'],
  ['vi', 'Mua máy móc mới', 'máy móc mới'],
  ['vi', 'Viết 20 bài blog', 'bài blog'],
]);

table('beneficiary', (facts) => facts.beneficiary, [
  ['en', 'Help teachers and parents talk', 'parents'],
  ['en', 'Delight first-time guests', 'guests'],
  ['vi', 'Mang đến bữa trưa nóng cho học sinh', 'học sinh'],
]);

table('abstract nouns', (facts) => facts.abstractNouns[0], [
  ['en', 'Improve culture', 'culture'],
  ['vi', 'Cải thiện văn hóa công ty', 'văn hóa công ty'],
  ['vi', 'Cải thiện văn hoá công ty', 'văn hoá công ty'],
  ['en', 'Fix the roof', '-'],
]);

describe('metric senses', () => {
  const rows: readonly [Language, string, string][] = [
    ['en', 'Reduce churn to 3%', 'rate down'],
    ['en', 'Raise NPS to 50', 'score up'],
    ['en', 'Cut cost per order to $4', 'amount down'],
    ['en', 'Shorten first response time to 1 hour', 'duration down'],
    ['en', 'Reach 5,000 page views', 'count up'],
    ['en', 'Increase support tickets resolved to 90%', 'count neutral'],
    ['en', 'Defect rate below 1%', 'rate down'],
    ['vi', 'Tăng doanh thu 20%', 'amount up'],
    ['vi', 'Giảm thời gian chờ xuống 5 phút', 'duration down'],
    ['vi', 'Tăng số khiếu nại được giải quyết lên 90%', 'count neutral'],
  ];
  for (const [language, text, sense] of rows)
    it(`${text}: ${sense}`, () => {
      const { metric } = analyse(text, language);
      strictEqual(`${metric?.kind} ${metric?.polarity}`, sense);
    });
  it('tells fuzzy metrics, their instrument, and vanity metrics', () => {
    const fuzzy = analyse('Tăng 60% mức độ hài lòng theo khảo sát', 'vi').metric;
    ok(fuzzy?.fuzzy);
    ok(fuzzy?.instrument);
    ok(analyse('Reach 9,000 followers', 'en').metric?.vanity);
    strictEqual(analyse('Raise revenue to $2M', 'en').metric?.vanity, false);
  });
});

describe('clauses', () => {
  const rows: readonly [Language, string, ...string[]][] = [
    ['en', 'Raise NPS to 50 and cut churn to 3%', 'Raise NPS to 50', 'cut churn to 3%'],
    ['en', 'Design, build and launch the kiosk', 'Design, build and launch the kiosk'],
    ['en', 'Finish the module; release the connector', 'Finish the module', 'release the connector'],
    ['en', 'Launch the site → 6K buyers', 'Launch the site', '6K buyers'],
    ['en', 'Improve research and development', 'Improve research and development'],
    ['en', 'Between 5 and 10 members', 'Between 5 and 10 members'],
    ['vi', 'Tăng NPS lên 50 và giảm churn xuống 3%', 'Tăng NPS lên 50', 'giảm churn xuống 3%'],
    ['vi', 'Nghiên cứu và phát triển món mới', 'Nghiên cứu và phát triển món mới'],
  ];
  for (const [language, text, ...expected] of rows)
    it(text, () => {
      const { clauses } = analyse(text, language);
      deepStrictEqual(
        clauses.map(({ span }) => text.slice(span.start, span.end)),
        expected,
      );
      strictEqual(clauses[0]?.joint, undefined);
      ok(clauses.slice(1).every(({ joint }) => joint !== undefined));
    });
});

describe('evidence', () => {
  const rows: readonly [Language, string, ...string[]][] = [
    ['en', 'Call more customers', 'head:Call', 'vague-word:more', 'no-number:'],
    ['en', 'Write 12 posts', 'head:Write', 'count:12', 'artefact:posts'],
    ['en', 'Raise NPS from 30 to 50', 'target:50', 'metric:NPS', 'baseline:30'],
    ['en', 'Portal live before June', 'state:live', 'no-number:'],
    ['vi', 'Mua máy móc mới', 'head:Mua', 'artefact:máy móc', 'no-number:'],
    ['vi', 'Giảm tỷ lệ lỗi xuống 2%', 'target:2%', 'metric:tỷ lệ lỗi'],
    ['vi', 'Cải thiện văn hóa công ty', 'head:Cải thiện', 'vague-word:văn hóa công ty', 'no-number:'],
  ];
  for (const [language, text, ...expected] of rows)
    it(text, () => {
      for (const form of ['NFC', 'NFD'] as const) {
        const written = text.normalize(form);
        const { evidence } = analyse(written, language);
        deepStrictEqual(
          evidence.map(({ kind, span }) => `${kind}:${written.slice(span.start, span.end).normalize('NFC')}`),
          expected,
        );
      }
    });
});

describe('form', () => {
  const rows: readonly [Language, string, StatementFacts['form']][] = [
    ['en', 'Launch the site', 'imperative'],
    ['en', 'Attending retros', 'gerund'],
    ['en', 'New intranet', 'noun-phrase'],
    ['en', 'DAU rises to 9k', 'sentence'],
    ['en', 'Handbook published', 'passive'],
    ['en', 'Churn < 3%', 'expression'],
    ['vi', 'Mở kho', 'imperative'],
    ['vi', 'Quy trình được ban hành', 'passive'],
    ['vi', 'Doanh thu đạt 5 tỷ', 'sentence'],
    ['vi', 'Tỷ lệ lỗi < 2%', 'expression'],
  ];
  for (const [language, text, form] of rows)
    it(`${text}: ${form}`, () => strictEqual(analyse(text, language).form, form));
});
