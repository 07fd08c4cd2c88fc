/**
 * One spelling for one word. Vietnamese is written in NFC and NFD, with the tone mark on either vowel of a pair
 * (`hóa`/`hoá`) and with `i` or `y` after some consonants (`kĩ`/`kỹ`); Unicode normalisation merges only the first.
 * Lexicon and text go through the same function, so only agreement matters, not which spelling wins.
 */

/** Tone on the second vowel of a final `oa`, `oe`, `uy` → on the first, as older dictionaries write it. */
const TONE_PAIRS: ReadonlyMap<string, string> = new Map(
  ['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa', 'oè òe', 'oé óe', 'oẻ ỏe', 'oẽ õe', 'oẹ ọe']
    .concat(['uỳ ùy', 'uý úy', 'uỷ ủy', 'uỹ ũy', 'uỵ ụy'])
    .map((pair) => pair.split(' ') as [string, string]),
);
const I_TO_Y: ReadonlyMap<string, string> = new Map([
  ['ì', 'ỳ'],
  ['í', 'ý'],
  ['ỉ', 'ỷ'],
  ['ĩ', 'ỹ'],
  ['ị', 'ỵ'],
]);
/** Initials after which the two letters are interchangeable, as whole words (`lí`, `kĩ`, `mĩ`, `tỉ`). */
const I_OR_Y_AFTER = 'hklmst';

/** Whether every UTF-16 unit is ASCII. */
export function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}

/** NFC, lower case, one tone placement. Idempotent. */
export function canonical(word: string): string {
  const lower = word.toLowerCase();
  if (isAscii(lower)) return lower;
  const nfc = lower.normalize('NFC');
  const pair = TONE_PAIRS.get(nfc.slice(-2));
  if (pair) return nfc.slice(0, -2) + pair;
  if (nfc.length === 2 && I_OR_Y_AFTER.includes(nfc.charAt(0)))
    return nfc.charAt(0) + (I_TO_Y.get(nfc.charAt(1)) ?? nfc.charAt(1));
  return nfc;
}

const MARKS = /\p{M}/gu;

/** Without diacritics, as typed on a keyboard without Vietnamese input: `Triển khai` → `trien khai`. */
export function bare(word: string): string {
  if (isAscii(word)) return word;
  return word.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
