import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  convert,
  parseConfidence,
  parseProgress,
  parseScore,
  parseStatus,
  parseValue,
  parseWeight,
} from '../../server/src/progress';
import type { Language } from '../../server/src/text/language';

const VALUES: readonly (readonly [
  text: string,
  language: Language,
  value: number | undefined,
  unit?: string,
])[] = [
  ['58', 'en', 58],
  ['50.000', 'vi', 50_000],
  ['50,000', 'en', 50_000],
  ['1,5 tỷ', 'vi', 1_500_000_000],
  ['1,5 tỷ đồng', 'vi', 1_500_000_000, 'đồng'],
  ['500 triệu', 'vi', 500_000_000],
  ['2 nghìn tỷ đồng', 'vi', 2_000_000_000_000, 'đồng'],
  ['$1.2M', 'en', 1_200_000, '$'],
  ['US$ 40k', 'en', 40_000, 'US$'],
  ['€3 million', 'en', 3_000_000, '€'],
  ['20k', 'en', 20_000],
  ['45 days', 'en', 45, 'days'],
  ['3 working days', 'en', 3, 'working days'],
  ['4 ngày làm việc', 'vi', 4, 'ngày làm việc'],
  ['35%', 'en', 35, '%'],
  ['35 %', 'vi', 35, '%'],
  ['99,95%', 'vi', 99.95, '%'],
  ['−3', 'en', -3],
  ['~58', 'en', 58],
  ['>= 40', 'en', 40],
  ['4.2/5', 'en', 4.2, '/5'],
  ['12 shops', 'en', 12, 'shops'],
  ['5 m', 'en', 5, 'm'],
  ['58 — two-step approval removed', 'en', 58],
  ['about 58', 'en', undefined],
  ['n/a', 'en', undefined],
  ['', 'en', undefined],
];

describe('parseValue', () => {
  for (const [text, language, value, unit] of VALUES)
    for (const form of ['NFC', 'NFD'] as const)
      it(`"${text}", ${language}, ${form}`, () => {
        const parsed = parseValue(text.normalize(form), language);
        assert.equal(parsed?.value, value);
        assert.equal(parsed?.unit, unit);
      });

  it('reads whole numbers back as each language writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (number) => {
        for (const language of ['en', 'vi'] as const) {
          const written = new Intl.NumberFormat(language).format(number);
          assert.equal(parseValue(written, language)?.value, number, written);
        }
      }),
    );
  });

  it('never throws, and gives finite numbers only', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-~$]?[0-9.,]{1,30}[kMB%/ 0-9]{0,8}$/)),
        (text) => {
          const parsed = parseValue(text, 'vi');
          if (parsed) assert.ok(Number.isFinite(parsed.value), text);
        },
      ),
    );
  });
});

describe('convert', () => {
  const of = (text: string) => parseValue(text, 'en') ?? assert.fail(text);
  it('turns times into one another and leaves the rest', () => {
    assert.equal(convert(of('12 hours'), of('2 days')), 0.5);
    assert.equal(convert(of('2 days'), of('12 hours')), 48);
    assert.equal(convert(of('58'), of('45 days')), 58);
    assert.equal(convert(of('3 shops'), of('5 stores')), 3);
  });
  it('compares nothing that cannot be compared', () => {
    assert.equal(convert(of('58 days'), of('45%')), undefined);
    assert.equal(convert(of('$58'), of('45%')), undefined);
  });
});

describe('scales', () => {
  const round = (share: number | undefined) => share && Math.round(share * 1000) / 1000;
  it('read confidence in every notation', () => {
    const shares = [
      '6/10',
      '6',
      '0.6',
      '60%',
      '60 %',
      '3/5',
      'high',
      'Medium',
      'low',
      'cao',
      'trung bình',
      'thấp',
    ];
    assert.deepEqual(
      [...shares, '🟢', '🟡', '🔴', 'maybe'].map((text) => round(parseConfidence(text)?.share)),
      [0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.8, 0.5, 0.2, 0.8, 0.5, 0.2, 0.8, 0.5, 0.2, undefined],
    );
  });
  it('know what is off the scale', () => {
    for (const text of ['12/10', '11', '150%', '-1']) assert.equal(parseConfidence(text)?.valid, false, text);
    for (const text of ['1.2', '70', '150%', '-0.1', '4/3'])
      assert.equal(parseScore(text)?.valid, false, text);
    for (const text of ['0', '0.7', '0,7', '1', '1.0', '70%', '7/10', '0.3 → 0.7'])
      assert.equal(parseScore(text)?.valid, true, text);
  });
  it('read scores, progress and weights', () => {
    assert.deepEqual(
      ['0,7', '70%', '7/10', '0.3 → 0.7'].map((text) => round(parseScore(text)?.share)),
      [0.7, 0.7, 0.7, 0.7],
    );
    assert.deepEqual(
      ['40%', '40', '0.4', '2/5', '120%', 'on track'].map((text) => round(parseProgress(text))),
      [0.4, 0.4, 0.4, 0.4, 1.2, undefined],
    );
    assert.deepEqual(['40', '0.4', '40%'].map(parseWeight), [40, 0.4, 0.4]);
  });
  it('read a status in words and signs', () => {
    assert.deepEqual(
      ['On track', 'đúng tiến độ', '🟢', 'At risk – supplier', 'chậm', 'DONE', '✅ Done', 'whatever'].map(
        parseStatus,
      ),
      ['on-track', 'on-track', 'on-track', 'at-risk', 'behind', 'done', 'done', undefined],
    );
  });
});
