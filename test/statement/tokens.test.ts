import { deepStrictEqual, strictEqual } from 'node:assert';
import { bare, canonical } from '../../server/src/statement/spelling';
import { tokenise } from '../../server/src/statement/tokens';

/** Norms, with `-` before a part behind a hyphen and `'` before what touches the part before it. */
function shape(text: string): string[] {
  return tokenise(text).map(({ norm, glued, hyphened }) => `${hyphened ? '-' : glued ? "'" : ''}${norm}`);
}

describe('tokenise', () => {
  const rows: readonly [string, ...string[]][] = [
    ['Launch the site', 'launch', 'the', 'site'],
    ["Airtable's value", 'airtable', 'value'],
    ['MQL’s', 'mql'],
    ["they're", "they're"],
    ['time-to-close', 'time', '-to', '-close'],
    ['14-day', '14', '-day'],
    ['Sev-1', 'sev', '-1'],
    ['15-20', '15', "'-", "'20"],
    ['15–20 %', '15', "'–", "'20", '%'],
    ['25K', '25', "'k"],
    ['P99 D30', 'p99', 'd30'],
    ['<15min', '<', "'15", "'min"],
    ['a >= b', 'a', '>=', 'b'],
    ['62 -> 45', '62', '->', '45'],
    ['{#} [X] ‹target›', '{#}', '[X]', '‹target›'],
    ['[unclosed', '[', "'unclosed"],
    ['1,5 tỷ', '1,5', 'tỷ'],
    ['Hoá  đơn\n mới', 'hóa', 'đơn', 'mới'],
    ['3/4.', '3', "'/", "'4", "'."],
    ['🎯 NPS', '🎯', 'nps'],
    ['', ...[]],
  ];
  for (const [text, ...expected] of rows)
    it(JSON.stringify(text), () => deepStrictEqual(shape(text), expected));

  it('keeps offsets of the text as given, also in NFD', () => {
    const text = 'Tăng tỷ lệ'.normalize('NFD');
    const words = tokenise(text).map(({ start, end, norm }) => [
      text.slice(start, end).normalize('NFC'),
      norm,
    ]);
    deepStrictEqual(words, [
      ['Tăng', 'tăng'],
      ['tỷ', 'tỷ'],
      ['lệ', 'lệ'],
    ]);
  });

  it('tells capitals and digits', () => {
    const [first, second, third] = tokenise('Đạt P99 99');
    deepStrictEqual([first?.capital, second?.capital, third?.capital], [true, true, false]);
    deepStrictEqual([first?.digits, second?.digits, third?.digits], [false, true, true]);
  });
});

describe('canonical spelling', () => {
  const same: readonly [string, string][] = [
    ['hóa', 'hoá'],
    ['thủy', 'thuỷ'],
    ['khỏe', 'khoẻ'],
    ['kỹ', 'kĩ'],
    ['tỷ', 'tỉ'],
    ['lý', 'lí'],
    ['Đạt', 'đạt'],
    ['tăng', 'tăng'.normalize('NFD')],
  ];
  for (const [one, other] of same)
    it(`${one} = ${other.normalize('NFC')}`, () => strictEqual(canonical(one), canonical(other)));
  const different: readonly [string, string][] = [
    ['hoàn', 'hòan'],
    ['mai', 'may'],
    ['tai', 'tay'],
    ['ba', 'bá'],
  ];
  for (const [one, other] of different)
    it(`${one} ≠ ${other}`, () => strictEqual(canonical(one) === canonical(other), false));
  it('drops diacritics', () => {
    strictEqual(bare('triển khai đơn hàng'), 'trien khai don hang');
    strictEqual(bare('Đỗ'), 'Do');
  });
});
