/** Periods in titles and headings: `Q3 2026`, `FY22-Q3`, `H1 2027`, `Quý III/2026`, `nửa đầu năm 2026`, `2026`. */

import { fold, unfold } from '../text/fold';
import { LETTER } from '../text/letters';

const YEAR = "(?:20\\d\\d|'\\d\\d)";
const QUARTER =
  '(?:q[1-4]|[1-4]q|t[1-4]|[1-4][o.]?\\s*trimestre|第\\s?[1-4一二三四]\\s?(?:季度|四半期)|[1-4]분기|quarter\\s+[1-4]|quy\\s+(?:[1-4]|iv|i{1,3})|[1-4]t(?=\\d{2,4}))';
const HALF = '(?:h[12]|[12]h|nua\\s+(?:dau|cuoi)(?:\\s+nam)?|6\\s+thang\\s+(?:dau|cuoi)(?:\\s+nam)?|s[12])';
const FISCAL = '(?:fy\\s?-?\\d{2,4})';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|thang\\s+\\d{1,2}|spring|summer|autumn|fall|winter)';
const GAP = "(?:\\s*[-/,.'–年년]?\\s*(?:of\\s+|nam\\s+|de\\s+)?)";
const PART = `(?:${QUARTER}(?:${GAP}[-–/]${GAP}(?:q?[1-4]))?|${HALF})`;
const PERIOD = new RegExp(
  `(?<![${LETTER}\\d])(?:${FISCAL}${GAP}${PART}|${PART}${GAP}(?:${FISCAL}|${YEAR}|\\d\\d(?!\\d|%))|(?:nam\\s+)?20\\d\\d${GAP}${PART}|${MONTH}(?:\\s*[-–]\\s*${MONTH})?${GAP}20\\d\\d|${FISCAL}|${PART}|[1-4]q20\\d\\d|[1-4][tq]20\\d\\d|20\\d\\d\\s+set\\s+\\d|(?:nam\\s+)?20\\d\\d(?:\\s*[-–/]\\s*(?:20)?\\d\\d)?)(?![${LETTER}\\d%])`,
  'u',
);

export interface PeriodMatch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Nothing is a period without one of these. No other pattern takes as long to be compiled as that of periods. */
const MAY_BE_PERIOD =
  /20\d\d|(?<![a-z\d])(?:fy|[qths][1-4]|[1-4][qth]|quarter\s|quy\s|nua\s|第|6\s+thang|[1-4](?:[o.]?\s*trimestre|분기))/;

/** The first period that `text` names, as written. */
export function findPeriod(text: string): PeriodMatch | undefined {
  const folded = fold(text);
  if (!MAY_BE_PERIOD.test(folded.text)) return undefined;
  const match = PERIOD.exec(folded.text);
  if (!match) return undefined;
  const start = unfold(folded, match.index);
  const end = unfold(folded, match.index + match[0].length);
  return { text: text.slice(start, end), start, end };
}

/** Whether nothing but a period, the word OKR and filling words are there: `## 2019 Q4 OKRs`. */
export function isOnlyPeriod(text: string): boolean {
  const period = findPeriod(text);
  if (!period) return false;
  const rest = fold(text.slice(0, period.start) + text.slice(period.end)).text;
  return !/\p{L}/u.test(
    rest.replace(
      /(?<!\p{L})(?:okrs?|objectives?|goals?|for|the|and|of|in|quarter|year|cycle|chu ky|muc tieu)(?!\p{L})/gu,
      '',
    ),
  );
}
