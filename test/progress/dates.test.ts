import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cycleOf, isoDate, parseDate, parseDateRange } from '../../server/src/progress';
import type { Language } from '../../server/src/text/language';

const cycle = cycleOf('Q3 2026');
const DATES: readonly (readonly [text: string, language: Language, date: string | undefined])[] = [
  ['2026-09-30', 'en', '2026-09-30'],
  ['by 2026-09-30', 'en', '2026-09-30'],
  ['2026/9/30', 'en', '2026-09-30'],
  ['30 Sep 2026', 'en', '2026-09-30'],
  ['by 30 September', 'en', '2026-09-30'],
  ['the 30th of September', 'en', '2026-09-30'],
  ['Sep 30', 'en', '2026-09-30'],
  ['September 30th, 2026', 'en', '2026-09-30'],
  ['Sept. 30', 'en', '2026-09-30'],
  ['30/9', 'en', '2026-09-30'],
  ['9/30', 'en', '2026-09-30'],
  ['9/30/2026', 'en', '2026-09-30'],
  ['30.09.2026', 'en', '2026-09-30'],
  ['9/10', 'en', '2026-09-10'],
  ['8/9', 'en', undefined],
  ['30/9', 'vi', '2026-09-30'],
  ['trước 30/9', 'vi', '2026-09-30'],
  ['30/9/2026', 'vi', '2026-09-30'],
  ['8/9', 'vi', '2026-09-08'],
  ['9/30', 'vi', undefined],
  ['ngày 30 tháng 9', 'vi', '2026-09-30'],
  ['30 tháng 9 năm 2026', 'vi', '2026-09-30'],
  ['trước ngày 30 tháng 9, 2026', 'vi', '2026-09-30'],
  ['cuối quý 3', 'vi', '2026-09-30'],
  ['hết quý III/2026', 'vi', '2026-09-30'],
  ['cuối tháng 8', 'vi', '2026-08-31'],
  ['tháng 8', 'vi', '2026-08-31'],
  ['8/2026', 'vi', '2026-08-31'],
  ['cuối quý', 'vi', '2026-09-30'],
  ['cuối năm', 'vi', '2026-12-31'],
  ['end of Q3', 'en', '2026-09-30'],
  ['by the end of Q3', 'en', '2026-09-30'],
  ['by the end of the quarter', 'en', '2026-09-30'],
  ['end of August', 'en', '2026-08-31'],
  ['Q4', 'en', '2026-12-31'],
  ['EOY', 'en', '2026-12-31'],
  ['15 Jan', 'en', '2027-01-15'],
  ['mid-September', 'en', undefined],
  ['đầu tháng 9', 'vi', undefined],
  ['31 June', 'en', undefined],
  ['soon', 'en', undefined],
  ['in 24 hours', 'en', undefined],
  ['', 'en', undefined],
];

describe('parseDate', () => {
  for (const [text, language, date] of DATES)
    for (const form of ['NFC', 'NFD'] as const)
      it(`"${text}", ${language}, ${form}`, () => {
        assert.equal(parseDate(text.normalize(form), { cycle, language }), date);
      });

  it('guesses no year', () => {
    for (const text of ['30 Sep', '30/9', 'ngày 30 tháng 9', 'end of Q3', 'cuối quý'])
      assert.equal(parseDate(text), undefined, text);
  });

  it('takes the year that is nearest to the cycle', () => {
    assert.equal(parseDate('15 Jan', { cycle: cycleOf('Q4 2026') }), '2027-01-15');
    assert.equal(parseDate('15 Dec', { cycle: cycleOf('Q1 2027') }), '2026-12-15');
  });

  it('keeps the span of a period, and the last day where it says end', () => {
    assert.deepEqual(parseDateRange('in August', { cycle }), { start: '2026-08-01', end: '2026-08-31' });
    assert.deepEqual(parseDateRange('mid-August', { cycle }), { start: '2026-08-01', end: '2026-08-31' });
    assert.deepEqual(parseDateRange('end of August', { cycle }), { start: '2026-08-31', end: '2026-08-31' });
  });

  it('reads every day back in each of its forms', () => {
    const days = fc.tuple(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    fc.assert(
      fc.property(days, ([year, month, day]) => {
        const date = isoDate(year, month, day);
        fc.pre(date !== undefined);
        for (const [text, language] of [
          [date, 'en'],
          [`${day} ${MONTHS[month - 1]} ${year}`, 'en'],
          [`${MONTHS[month - 1]} ${day}, ${year}`, 'en'],
          [`${day}/${month}/${year}`, 'vi'],
          [`ngày ${day} tháng ${month} năm ${year}`, 'vi'],
        ] as const)
          assert.equal(parseDate(text, { language }), date, text);
      }),
    );
  });

  it('never throws, and gives only days that there are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/. -]{1,14}$/)), (text) => {
        const date = parseDate(text, { cycle, language: 'vi' });
        if (date) assert.equal(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10), date);
      }),
    );
  });
});
