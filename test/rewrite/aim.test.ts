/** What an objective wants becomes the share of those of whom it speaks; a sentence of another kind becomes nothing. */
import assert from 'node:assert/strict';
import { aimOf } from '../../server/src/rewrite/aim';
import type { Language } from '../../server/src/text/language';

const AIMS: Readonly<Record<Language, readonly (readonly [objective: string, share: string | undefined])[]>> =
  {
    en: [
      ['Every tenant gets an answer the same day', 'tenants who get an answer the same day'],
      ['Passengers board without queueing', 'passengers who board without queueing'],
      ['Business travellers come back to us', 'business travellers who come back to us'],
      ['New members pass their first test', 'new members who pass their first test'],
      ['Every shipment reaches its port on time', 'shipments that reach their port on time'],
      ['Trams leave the depot on time', 'trams that leave the depot on time'],
      ['Each child reads a book a week', 'children who read a book a week'],
      ['Our findings are used by doctors', 'findings that are used by doctors'],
      ['Everyone knows what we stand for', 'employees who know what we stand for'],
      ['Every aircraft is clean before boarding', 'aircraft that are clean before boarding'],
      // said of many, without a verb of their own
      ['Invoices that arrive complete', 'invoices that arrive complete'],
      ['Repairs finished on the first visit', 'repairs finished on the first visit'],
      ['Passengers treated with respect', 'passengers treated with respect'],
      ['Loaves right every morning', 'loaves that are right every morning'],
      ['Children safe on their way to school', 'children who are safe on their way to school'],
      ['Our shops keep what they promise', 'shops that keep what they promise'],
      ['Beekeepers harvest twice a summer', 'beekeepers who harvest twice a summer'],
      ['Weavers live on what they make', 'weavers who live on what they make'],
      ['Pickers get paid what their day is worth', 'pickers who get paid what their day is worth'],
      // said of any, it is said of every one
      ['A kettle is mended while its owner waits', 'kettles that are mended while their owner waits'],
      // what people do with a thing
      ['A stall visitors love', 'visitors who love the stall'],
      ['A stall that visitors love', 'visitors who love the stall'],
      ['A choir that young singers call their home', 'young singers who call the choir their home'],
      ['Build the ferry islanders would miss', 'islanders who would miss the ferry'],
      ['Be the inn people recommend to their friends', 'people who recommend us to their friends'],
      ['Become the mill that bakers talk about', 'bakers who talk about us'],
      ['Run a nursery parents fight to get into', 'parents who fight to get into the nursery'],
      ['Forecasts the growers can rely on', 'forecasts the growers can rely on'],
      ['Roads drivers feel safe on', 'roads drivers feel safe on'],
      // what people are let do or given, and when they do it
      ['Let our stokers sleep at night', 'stokers who sleep at night'],
      ['Help pupils read for pleasure', 'pupils who read for pleasure'],
      ['Give every apprentice a bench to call their own', 'apprentices who have a bench to call their own'],
      ['Give nurses their evenings back', 'nurses who have their evenings back'],
      ['When a pipe bursts, tenants know whom to ring', 'tenants who know whom to ring when a pipe bursts'],
      ['Nights on the ward pass quietly', 'nights on the ward that pass quietly'],
      ['Drivers of the test fleet sign contracts', 'drivers of the test fleet who sign contracts'],
      ['Understand why members leave us', undefined],
      ['Print work that makes clients gasp', undefined],
      ['A yard where nothing gets lost', undefined],
      ['Subsidies stop eating our reserves', undefined],
      ['Give members discounts', undefined],
      ['Let the contract for cleaning', undefined],
      // whose first choice it is to be, and where they do it
      ['Be the first choice of young farmers', 'young farmers who choose us first'],
      ['Win back the trust of rural patients', 'rural patients who trust us'],
      ['Regain the confidence of our members', 'members who trust us'],
      ['The quay is where families meet on Sundays', 'families who meet on Sundays here'],
      // of one, and with its verb before the people
      ['The flock is free of ticks', undefined],
      ['The garden attracts people who rarely go out', undefined],
      // the verb of one comes later
      ['Claims process runs smoothly', undefined],
      ['Sales call quality is high', undefined],
      ['Keep the customers we have', undefined],
      ['A place people love to visit', 'people who love to visit the place'],
      ['Customers first', undefined],
      ['Systems people can rely on', 'systems people can rely on'],
      ['Reach 30 towns', undefined],
      ['The customer comes first', undefined],
      ['The school keeps good teachers', undefined],
      // only compared: of which one it is true, nobody can tell
      ['Visitors stay longer', ''],
      ['Patients wait less', ''],
      ['Patients recover sooner', ''],
    ],
    vi: [
      ['Cư dân được trả lời ngay trong ngày', 'cư dân được trả lời ngay trong ngày'],
      ['Mọi chuyến hàng đến tay khách đúng hẹn', 'chuyến hàng đến tay khách đúng hẹn'],
      ['Ai cũng hiểu hướng đi của công ty', 'nhân viên hiểu hướng đi của công ty'],
      ['Ai cũng hiểu chiến lược', 'nhân viên hiểu chiến lược'],
      ['Xe rời bến đúng giờ', 'xe rời bến đúng giờ'],
      ['Tàu ra vào an toàn', 'tàu ra vào an toàn'],
      ['Quán chay được sinh viên nhắc tới', 'sinh viên nhắc tới quán chay'],
      ['Sinh viên được giảng viên quan tâm', 'sinh viên được giảng viên quan tâm'],
      ['Lựa chọn đầu tiên của phụ huynh', 'phụ huynh chọn chúng ta đầu tiên'],
      ['Giành lại lòng tin của phụ huynh', 'phụ huynh tin tưởng chúng ta'],
      ['Khách hàng là trung tâm của chúng ta', undefined],
      ['Giữ chân khách hàng lớn', undefined],
      // there is one of it
      ['Trường giữ chân giáo viên giỏi', undefined],
      ['Xưởng giao hàng đúng như đã hứa', undefined],
      ['Các trường giữ chân giáo viên giỏi', 'trường giữ chân giáo viên giỏi'],
      ['Các chuỗi bán lẻ đang lớn chọn chúng ta nhanh hơn và gắn bó lâu dài', ''],
      ['Khách hàng chờ ít hơn', ''],
      ['Dẫn đầu thị trường miền Trung', undefined],
    ],
  };

for (const language of ['en', 'vi'] as const)
  describe(`what an objective wants (${language})`, () => {
    for (const [objective, share] of AIMS[language])
      it(`${share ?? 'nothing to count'}: ${objective}`, () => {
        for (const form of ['NFC', 'NFD'] as const)
          assert.equal(aimOf(objective.normalize(form), language)?.share.normalize('NFC'), share);
      });
  });

describe('what is to come about sooner', () => {
  for (const [language, objective, sooner] of [
    ['en', 'Patients recover sooner', 'patients recover'],
    ['en', 'New hires become productive earlier', 'new hires become productive'],
    ['vi', 'Các chuỗi bán lẻ đang lớn chọn chúng ta nhanh hơn', 'chuỗi bán lẻ đang lớn chọn chúng ta'],
    ['en', 'Visitors stay longer', undefined],
    ['vi', 'Học sinh đọc nhiều hơn', undefined],
  ] as const)
    it(`is the time until then: ${objective}`, () => {
      assert.equal(aimOf(objective, language)?.sooner, sooner);
    });
});

describe('what none of them should do', () => {
  it('is how many do it all the same', () => {
    assert.equal(aimOf('Không chuyến nào xuất bến trễ', 'vi')?.fewer, 'số chuyến xuất bến trễ');
  });
});

describe('what should not happen', () => {
  for (const [objective, fewer] of [
    ['Ferries never leave late', 'the number of ferries that leave late'],
    ['Our lifts no longer stand still', 'the number of lifts that stand still'],
    ['Passengers never miss a connection', 'the number of passengers who miss a connection'],
    ['A stockroom that never runs empty', 'the number of times the stockroom runs empty'],
    ['We never lose a sample', 'the number of times we lose a sample'],
    ['No tenant waits for heating', 'the number of tenants who wait for heating'],
    ['No letters lie about', 'the number of letters that lie about'],
    ['Nobody queues at the counter', 'the number of people who queue at the counter'],
    ['No one has to call again', 'the number of people who have to call again'],
    ['A crew that never rests, and wins', undefined],
    ['Ferries leave on time', undefined],
  ] as const)
    it(`${fewer ?? 'is not said'}: ${objective}`, () => {
      assert.equal(aimOf(objective, 'en')?.fewer, fewer);
    });
});
