/** Comparing words of a sentence with words of the knowledge files: NFC, lower case, plural and diacritics folded. */
import type { Language } from '../text/language';

/** Vowels that carry their tone on either letter (hóa = hoá, thủy = thuỷ): the newer spelling is brought to the older. */
const TONE_PAIRS = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
] as const;

/** `text` without diacritics, in lower case: `Đăng bài` is `dang bai`. */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();
}

function withOneToneSpelling(word: string): string {
  let spelled = word;
  for (const [newer, older] of TONE_PAIRS) spelled = spelled.replace(newer, older);
  return spelled;
}

/** English singular of a regular plural; other words stay. Only for comparing, both sides go through it. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is|^its)$/.test(word) || word.length < 3) return word;
  if (/(?:x|ch|sh|z|s)es?$/.test(word)) return word.replace(/es?$/, '');
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const FOLDS: Readonly<Record<Language, (word: string) => string>> = {
  en: singular,
  vi: withOneToneSpelling,
};

/** Words of one text, ready to be searched. */
export interface Words {
  /** ` call more customer `: folded words between single spaces, so that a phrase is found by `includes`. */
  readonly line: string;
  /** Nothing in the text has a diacritic: entries are compared without theirs. */
  readonly bare: boolean;
}

const TOKEN = /[\p{L}\p{N}]+/gu;

function fold(text: string, language: Language): string {
  const tokens = text.normalize('NFC').toLowerCase().match(TOKEN) ?? [];
  return tokens.map(FOLDS[language]).join(' ');
}

/** A knowledge entry between single spaces, to be looked for in a line of words. */
interface Needle {
  readonly full: string;
  readonly bare: string;
}

const needles: Record<Language, Map<string, Needle>> = { en: new Map(), vi: new Map() };

/** The needle for an entry, kept: there are a few thousand entries, and each sentence asks for most of them. */
function needleOf(entry: string, language: Language): Needle {
  let needle = needles[language].get(entry);
  if (needle === undefined) {
    const full = ` ${fold(entry, language)} `;
    needle = { full, bare: withoutDiacritics(full) };
    needles[language].set(entry, needle);
  }
  return needle;
}

/** Cuts `text` into comparable words. */
export function wordsOf(text: string, language: Language): Words {
  const folded = fold(text, language);
  const bare = withoutDiacritics(folded) === folded;
  return { line: ` ${folded} `, bare };
}

/** Where `entry` ends in `words` (an offset that grows from word to word), -1 where it does not occur. */
export function endOf(words: Words, entry: string, language: Language): number {
  const { full, bare } = needleOf(entry, language);
  const at = words.line.lastIndexOf(words.bare ? bare : full);
  return at < 0 ? -1 : at + full.length;
}

/** Where `entry` starts in `words`, -1 where it does not occur. */
export function startOf(words: Words, entry: string, language: Language): number {
  const { full, bare } = needleOf(entry, language);
  return words.line.indexOf(words.bare ? bare : full);
}

/** Whether one of `entries` occurs in `words` as whole words; returns the longest one that does. */
export function longestMatch(
  words: Words,
  entries: readonly string[],
  language: Language,
): string | undefined {
  let longest: string | undefined;
  for (const entry of entries)
    if ((longest === undefined || entry.length > longest.length) && startOf(words, entry, language) >= 0)
      longest = entry;
  return longest;
}
