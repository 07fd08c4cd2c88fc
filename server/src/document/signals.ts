/**
 * What a line hints at before anything is parsed. Signals serve three ends: to tell whether the text is an OKR
 * document at all, to decide between forms that only the whole text can tell apart, and to let the reader look ahead
 * across chunk borders. They are taken from lines alone, so they do not depend on how the text is cut.
 */

import { fold } from '../text/fold';
import { LETTER } from '../text/letters';
import {
  classifyLine,
  isDefinition,
  isEssayTitle,
  isOkrName,
  type KnownLine,
  type LineKind,
  type LinePlace,
} from './labels';
import { lineAt } from './lines';
import { findPeriod } from './period';
import type { LineReport } from './scan';
import { anyOf, wordsOf } from './words';

/**
 * O objective label, K key result label, M "Key Results", T table of key results, U table of objectives with their key results, t other table, H other heading,
 * L plain top-level list item, V one that begins
 * like a named value (`Channel: ...`), B bold line, F field, P plain paragraph, I initiatives or closing label.
 */
export type SignalKind = 'O' | 'K' | 'M' | 'T' | 'U' | 't' | 'H' | 'L' | 'V' | 'B' | 'F' | 'P' | 'I';

export interface Signal {
  readonly at: number;
  readonly kind: SignalKind;
}

/** Numbers that add up over chunks. */
export interface Counts {
  /** Objective labels with a number, with text only, and bare `Objective` headings. */
  objectiveSure: number;
  objectiveText: number;
  objectiveHeading: number;
  /** `Goal 1:` and the like. */
  objectiveLoose: number;
  keyResult: number;
  keyResults: number;
  /** Announced in words that head the findings of other texts. */
  keyResultsLoose: number;
  keyResultTable: number;
  okrName: number;
  period: number;
  /** Periods that are a quarter, a half or fiscal. */
  quarter: number;
  /** Top-level list items, those with a list below, those in bold, those that are only a link. */
  items: number;
  parents: number;
  boldItems: number;
  linkItems: number;
  /** Items that say how far something is to go: `from 20 to 40`, `95%`. */
  measuredItems: number;
  headings: number;
  closingHeadings: number;
}

export const noCounts = (): Counts => ({
  objectiveSure: 0,
  objectiveText: 0,
  objectiveHeading: 0,
  objectiveLoose: 0,
  keyResult: 0,
  keyResults: 0,
  keyResultsLoose: 0,
  keyResultTable: 0,
  okrName: 0,
  period: 0,
  quarter: 0,
  items: 0,
  parents: 0,
  boldItems: 0,
  linkItems: 0,
  measuredItems: 0,
  headings: 0,
  closingHeadings: 0,
});

const COUNTS = Object.keys(noCounts()) as (keyof Counts)[];

/** Adds `more` to `total`, or takes it off. */
export function addCounts(total: Counts, more: Counts, sign: 1 | -1 = 1): void {
  for (const key of COUNTS) total[key] += sign * more[key];
}

const LINK = /!?\[([^\][]*)\]\([^)]*\)/g;
const ONLY_LINK = /^\[[^\]]+\]\([^)]*\)[\s.,;]*$/;
/** An entry of a table of contents. */
const ANCHOR_LINK = /^\[[^\]]+\]\(#[^)]*\)[\s.,;]*$/;
const MARKS = /<[^<>]{0,80}>|[*_`~]+/g;
const CHECKBOX = /^\[[ xX]\]\s+/;
const BOLD_LINE = /^(?:\*\*|__)(?:[^*_]|[*_](?![*_]))+(?:\*\*|__)[:.]?\s*$/;
const BOLD_START = /^(?:\[[ xX]\]\s+)?(?:\*\*|__)/;
const KEY_VALUE = new RegExp(
  String.raw`^(?:(?:\*\*|__)[^*_:]{1,40}(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)|[${LETTER}][${LETTER}\d /()-]{0,30}:\s)`,
  'u',
);
/** `-text`; `1\. text`, as word processors export lists. */
const PSEUDO_ITEM = /^(?:-(?=[^\s-])|\d{1,2}\\[.)][ \t]+(?=\S))/;
/** A share, or two numbers with a word or an arrow between. */
const MEASURED = new RegExp(
  String.raw`\d\s?%|\d[^\s\d]{0,4}(?:\s[${LETTER}]{1,12})?\s?(?:→|[-=]>|to|lên|xuống|đến|auf|à|para)\s?\D?\d`,
  'u',
);
const LONGEST_ITEM = 300;
/** Signs of a quarter, half or fiscal year in the folded name of a period. */
const QUARTER_WORD = /q\d|\dq|h\d|\dh|fy|quarter|quy|nua|thang|[st]\d/;
const OKR_HINT = /[oO](?:[kK\u212a][rR]|[bB][jJ][eE][cC]?[tT][iI])|[mM][uUụỤ]/u;
const KEY_RESULT_COLUMN = new RegExp(
  `(?:^|\\|)\\s*(?:(?:${anyOf(wordsOf('objective'), wordsOf('objectiveGroup'))}|o)\\s*(?:/|&|\\+|,|and|va)\\s*)?(?:okrs?|${anyOf(wordsOf('keyResults'), wordsOf('keyResult'))})(?:\\s*[#(/][^|]*)?\\s*(?:\\||$)`,
  'u',
);
const OBJECTIVE_CELL = new RegExp(
  `^(?:${anyOf(wordsOf('objective'), wordsOf('objectiveGroup'))})(?!\\p{L})`,
  'u',
);
const KEY_RESULT_CELL = new RegExp(
  `(?<!\\p{L})(?:okrs?|${anyOf(wordsOf('keyResults'), wordsOf('keyResult'))})(?!\\p{L})`,
  'u',
);
/** No table head is longer. */
const LONGEST_HEAD = 4_000;
const DELIMITER_ROW = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The words of a raw line, markup taken away; only for looking at labels. */
function plainText(raw: string): string {
  let text = raw;
  if (text.includes('](')) text = text.replace(LINK, '$1');
  return /[*_`~<]/.test(text) ? text.replace(MARKS, '') : text;
}

/** Whether a table's first line heads a column of key results, or is one itself. */
function isKeyResultHead(row: string): boolean {
  if (KEY_RESULT_COLUMN.test(fold(row).text)) return true;
  return classifyLine(row.replace(/^\s*\|/, '').split('|', 1)[0] ?? '', 'item').kind === 'key-result';
}

/** Whether the head names a column of objectives, or of both, no further right than the key results. */
function hasObjectives(row: string): boolean {
  const cells = fold(plainText(row))
    .text.split('|')
    .map((cell) => cell.trim());
  const objective = cells.findIndex((cell) => OBJECTIVE_CELL.test(cell));
  return objective >= 0 && cells.some((cell, i) => i >= objective && KEY_RESULT_CELL.test(cell));
}

/** A heading of the first or second level that names OKRs. */
export interface TitleSignal {
  readonly depth: number;
  readonly essay: boolean;
}

const LETTER_OF: Readonly<Partial<Record<LineKind['kind'], SignalKind>>> = {
  objective: 'O',
  'key-result': 'K',
  'key-results': 'M',
  initiatives: 'I',
  closing: 'I',
  field: 'F',
};

const BOLD_SIGNS = '*_[';
const startsBold = (raw: string) => BOLD_SIGNS.includes(raw.charAt(0)) && BOLD_START.test(raw);

/** What a label counts as. */
function countOf(kind: LineKind, text: string): keyof Counts | undefined {
  if (kind.kind === 'key-result') return 'keyResult';
  if (kind.kind === 'key-results') return kind.loose ? 'keyResultsLoose' : 'keyResults';
  if (kind.kind !== 'objective' || (!kind.sure && isDefinition(text.slice(kind.end)))) return undefined;
  if (kind.loose) return 'objectiveLoose';
  if (kind.sure) return 'objectiveSure';
  return kind.empty ? 'objectiveHeading' : 'objectiveText';
}

const namesPeriod = (text: string) => /\d/.test(text) && findPeriod(text) !== undefined;

/** Headings of prose: "Why", "Process", "How we review our OKRs". */
function isProse(kind: LineKind, text: string, namesOkrs: boolean): boolean {
  if (kind.kind === 'closing') return kind.whole;
  return namesOkrs && text.split(/\s+/).length > 3 && !namesPeriod(text);
}

/** Looks at the lines of a text one after the other; what it saw stands in it until the next one. */
export class SignalReader {
  signal: SignalKind | undefined;
  /** The line opens something that fields may not be attached across: a labelled or bold line, a list item. */
  strong = false;
  title: TitleSignal | undefined;
  /** What to count. */
  readonly tally: (keyof Counts)[] = [];
  /** The line as its label was looked for. */
  known: KnownLine | undefined;
  private sawItem = false;

  constructor(private readonly text: string) {}

  read({ line, role, depth, marker, afterBlank }: LineReport): void {
    this.clearTally();
    this.title = undefined;
    this.known = undefined;
    this.say(undefined, false);
    const { text } = this;
    switch (role) {
      case 'heading':
        this.heading(text.slice(line.first + depth, line.end), depth);
        break;
      case 'item':
        this.item(text.slice(marker?.content ?? line.first, line.end));
        break;
      case 'nested-item':
        this.nested(text.slice(marker?.content ?? line.first, line.end));
        break;
      case 'text':
        // Indented lines with a marker are lists to their authors, code to Markdown.
        if (marker && line.indent > 3) this.item(text.slice(marker.content, line.end));
        else this.textLine(text.slice(line.first, line.end), afterBlank, line.next);
        break;
      case 'continuation':
        this.label(plainText(text.slice(line.first, line.end)), 'line');
        break;
      default:
        this.strong = role === 'fence';
    }
  }

  /** Sign by sign: to set the length of a list is a call into V8. */
  private clearTally(): void {
    while (this.tally.length > 0) this.tally.pop();
  }

  private say(signal: SignalKind | undefined, strong: boolean): void {
    this.signal = signal;
    this.strong = strong;
  }

  /** What the line is by its label, which is counted. */
  private label(text: string, place: LinePlace): LineKind {
    const kind = classifyLine(text, place);
    this.known = { text, place, kind };
    const count = countOf(kind, text);
    if (count) this.tally.push(count);
    if (OKR_HINT.test(text) && isOkrName(fold(text).text)) this.tally.push('okrName');
    return kind;
  }

  private countPeriod(text: string): void {
    const period = /\d|[ivx]/i.test(text) ? findPeriod(text) : undefined;
    if (!period) return;
    this.tally.push('period');
    if (QUARTER_WORD.test(fold(period.text).text)) this.tally.push('quarter');
  }

  private heading(raw: string, depth: number): void {
    const { tally } = this;
    const title = raw.includes('#') ? raw.replace(/\s#+\s*$/, '') : raw;
    const text = plainText(title).trim();
    const kind = this.label(text, 'heading');
    const namesOkrs = tally.includes('okrName');
    this.sawItem = false;
    tally.push('headings');
    if (depth > 1 && isProse(kind, text, namesOkrs)) tally.push('closingHeadings');
    this.countPeriod(text);
    if (namesOkrs && depth <= 2) this.title = { depth, essay: isEssayTitle(fold(text).text) };
    this.say(LETTER_OF[kind.kind] ?? 'H', true);
  }

  private item(raw: string): void {
    const { tally } = this;
    const bracket = raw.startsWith('[');
    const body = bracket ? raw.replace(CHECKBOX, '') : raw;
    const kind = this.label(plainText(body), 'item');
    const link = body.startsWith('[') && ONLY_LINK.test(body);
    this.sawItem = true;
    tally.push('items');
    if (link) tally.push('linkItems');
    if (MEASURED.test(body.slice(0, LONGEST_ITEM))) tally.push('measuredItems');
    if (startsBold(raw)) tally.push('boldItems');
    if (link && ANCHOR_LINK.test(body)) {
      this.clearTally();
      tally.push('items', 'linkItems');
      this.say('P', true);
      return;
    }
    const signal = LETTER_OF[kind.kind] ?? (link ? 'P' : KEY_VALUE.test(body) ? 'V' : 'L');
    this.say(signal, signal !== 'F' && signal !== 'V');
  }

  private nested(raw: string): void {
    this.label(plainText(raw.replace(CHECKBOX, '')), 'item');
    if (this.sawItem) this.tally.push('parents');
    this.sawItem = false;
  }

  private textLine(raw: string, afterBlank: boolean, next: number): void {
    if (raw.startsWith('>')) this.quote(raw);
    else if (raw.includes('|') && this.isTableHead(next)) this.tableHead(raw, next);
    else {
      const pseudo = PSEUDO_ITEM.exec(raw);
      if (pseudo) this.item(raw.slice(pseudo[0].length));
      else this.plainLine(raw, afterBlank);
    }
  }

  private plainLine(raw: string, afterBlank: boolean): void {
    const bold = startsBold(raw) && BOLD_LINE.test(raw);
    const kind = this.label(plainText(raw), startsBold(raw) ? 'item' : 'line');
    if (bold) this.countPeriod(raw);
    const signal = LETTER_OF[kind.kind] ?? (bold ? 'B' : 'P');
    this.say(signal, afterBlank && signal !== 'P' && signal !== 'F');
  }

  /** Quotes say what others wrote: they make no OKR document. */
  private quote(raw: string): void {
    const { kind } = classifyLine(plainText(raw.replace(/^[>\s]+/, '')), 'line');
    const labelled = kind === 'objective' || kind === 'key-result';
    this.say(labelled ? LETTER_OF[kind] : 'P', false);
  }

  /** A table may hold the fields and check-ins of what stands above it. */
  private tableHead(raw: string, next: number): void {
    const found = isKeyResultHead(plainText(raw)) || this.rowsAreLabelled(next);
    if (found) this.tally.push('keyResultTable');
    this.say(found ? (hasObjectives(raw) ? 'U' : 'T') : 't', false);
  }

  private isTableHead(next: number): boolean {
    const row = this.lineFrom(next);
    return row.includes('-') && DELIMITER_ROW.test(row);
  }

  private rowsAreLabelled(delimiter: number): boolean {
    const row = lineAt(this.text, lineAt(this.text, delimiter).next);
    const cell = this.text.slice(row.first, Math.min(row.end, row.first + LONGEST_HEAD)).replace(/^\|/, '');
    return classifyLine(plainText(cell.split('|', 1)[0] ?? ''), 'item').kind === 'key-result';
  }

  private lineFrom(start: number): string {
    const { end } = lineAt(this.text, start);
    return end - start > LONGEST_HEAD ? '' : this.text.slice(start, end);
  }
}

const LONGEST_VIEW = 8;

/** What comes: `signal`, then `rest`. Headings and objectives end what a look ahead can be about; runs count once. */
export function ahead(signal: SignalKind, rest: string): string {
  if (signal === 'H' || signal === 'O') return signal;
  return rest[0] === signal ? rest : (signal + rest).slice(0, LONGEST_VIEW);
}
