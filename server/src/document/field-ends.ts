/** What stands at the ends of a sentence and is no part of it, and quick looks that tell that nothing does. */
import { EMOJI_UNIT } from '../text/emoji';
import { LETTER } from '../text/letters';
import type { FieldName } from './model';

const DATE = '(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?)';
const STATUS_SIGN = '(?:✅|☑️?|✔️?|🚫|❌|✖️?|🔄|🚧|⏸️?|⚠️?|🏁|🎉|📋|⬜|🔵|⚪|⚫)';
const LIGHT = '(?:🟢|🟡|🟠|🔴)';

/** Something at the end of the text; the group says what to take. */
interface Tail {
  readonly pattern: RegExp;
  readonly name: FieldName;
  /** A sign without which the pattern cannot match; looked for first, because most ends hold none. */
  readonly hint?: string;
  /** It needs an emoji. */
  readonly sign?: boolean;
  /** What the text must end with. */
  readonly last?: 'digit' | 'capital';
}

/** One or two words at the very end. The patterns look at the last 60 units only. */
export const TAILS: readonly Tail[] = [
  { name: 'due', hint: '#', pattern: /(?:^|\s)#due\(\s*([^()]*?)\s*\)$/u },
  { name: 'due', sign: true, pattern: new RegExp(`(?:^|\\s)[📅⏳⏰🗓]\\ufe0f?\\s*(${DATE})$`, 'u') },
  { name: 'confidence', hint: '~', pattern: /(?:^|\s)~(\d{1,3}(?:[.,]\d+)?(?:\/10{1,2}|%)?)$/u },
  { name: 'weight', hint: '%', pattern: /(?:^|\s)%(\d{1,3}(?:[.,]\d+)?)$/u },
  {
    name: 'type',
    hint: '#',
    pattern: /(?:^|\s)#(committed|aspirational|learning|guardrail|milestone|moonshot|roofshot|stretch)$/iu,
  },
  {
    name: 'owner',
    hint: '@',
    pattern: new RegExp(String.raw`(?:^|[\s,&/])(@[${LETTER}\d][${LETTER}\d_.-]{0,40}?)[.,;]?$`, 'u'),
  },
  {
    name: 'alignment',
    hint: '^',
    pattern: new RegExp(String.raw`(?:^|\s)\^([${LETTER}\d][${LETTER}\d_./-]{0,60})$`, 'u'),
  },
  {
    name: 'alignment',
    last: 'digit',
    pattern: /(?:^|\s)(?:->|→|↗)\s*((?:kr|o)[\s-]?\d{1,3}(?:\.\d{1,3})?)$/iu,
  },
  // Columns without a table: `| @ruth | 0.4`.
  { name: 'score', hint: '|', pattern: /\s\|\s*(0[.,]\d{1,2}|1[.,]0)$/u },
  {
    name: 'updated',
    last: 'digit',
    pattern: new RegExp(`(?:^|\\s)(?:updated|cập nhật)\\s+(${DATE})$`, 'iu'),
  },
  { name: 'confidence', sign: true, pattern: new RegExp(`(?:^|\\s)(${LIGHT})$`, 'u') },
  {
    name: 'status',
    sign: true,
    pattern: new RegExp(
      `(?:^|\\s)(${STATUS_SIGN}(?:\\s*[\\p{Lu}]{2,}(?:\\s+[\\p{Lu}]{2,}){0,3})?)(?:\\s*\\([^()]*\\))?$`,
      'u',
    ),
  },
  {
    name: 'status',
    last: 'capital',
    pattern: /(?:^|\s)(DONE|REMOVED|WIP|CANCELLED|CANCELED|DROPPED|DEFERRED|MISSED|XONG|HỦY)$/u,
  },
];

/** A sign that one of the tails needs which do not ask for a last one; arrows and emoji stand behind all Latin letters. */
export const TAIL_SIGN = /[#~%@^|\u2190-\uffff]/;
export const BEYOND_LATIN = /[\u2190-\uffff]/;

export function lastOf(text: string): Tail['last'] {
  const code = text.charCodeAt(text.length - 1);
  if (code >= 0x30 && code <= 0x39) return 'digit';
  return code >= 0x41 && code <= 0x5a ? 'capital' : undefined;
}

const isLetter = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code <= 0x24f) ||
  (code >= 0x1e00 && code <= 0x1eff);

/** Whether nothing can be taken off in front of `code`: a letter, but for those of `P0:` and `OWNER:`. */
export const beginsPlain = (code: number) => isLetter(code) && code !== 0x50 && code !== 0x4f;

/** Whether `code` is a letter or digit: nothing to trim. */
export const isWordUnit = (code: number) => isLetter(code) || (code >= 0x30 && code <= 0x39);

/** `1.`, `2)` in front of a title or in a table. */
export const ENUMERATION = /^\d{1,2}[.)]\s+(?=\S)/;

export const LEADS: readonly Tail[] = [
  { name: 'priority', pattern: /^\[([Pp][0-5])\]\s*[:–-]?\s*/u },
  { name: 'priority', pattern: /^(P[0-5])\s*[:–-]\s+/u },
  { name: 'priority', pattern: /^\(([Pp][0-5])\)\s*/u },
  { name: 'status', sign: true, pattern: new RegExp(`^(${STATUS_SIGN})\\s*`, 'u') },
  { name: 'confidence', sign: true, pattern: new RegExp(`^(${LIGHT})\\s*`, 'u') },
  {
    name: 'owner',
    pattern: new RegExp(String.raw`^(@[${LETTER}\d][${LETTER}\d_.-]{0,40})\s*(?:[:–-]\s+|\s)`, 'u'),
  },
  { name: 'owner', pattern: /^(OWNER|\?{2,4})\s*[:–-]\s+/u },
  { name: 'owner', pattern: /^\[(@?[a-z][a-z\d_-]{2,20})\]\s+/u },
  { name: 'team', pattern: /^\[([A-Z][A-Z\d&/-]{1,10})\]\s+/u },
];

export const ORNAMENT = new RegExp(`^(?:\\d\\ufe0f?\\u20e3|[\\s:•·▪◦►▶→]|${EMOJI_UNIT})`, 'u');
