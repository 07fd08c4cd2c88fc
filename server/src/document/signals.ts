/**
 * What a line hints at before anything is parsed. Signals serve three ends: to tell whether the text is an OKR
 * document at all, to decide between forms that only the whole text can tell apart, and to let the reader look ahead
 * across chunk borders. They are taken from lines alone, so they do not depend on how the text is cut.
 */

import { fold, foldText } from '../text/fold';
import { LETTER } from '../text/letters';
import type { Counts } from './counts';
import { summaryIn } from './html';
import type { KnownLine } from './known-lines';
import { classifyLine } from './labels';
import { isTelling, type LineKind, type LinePlace, quotePlace } from './line-kind';
import { findPeriod } from './period';
import { plainText, pseudoMarker } from './raw-line';
import type { LineReport } from './scan';
import { ARROW, STEP_TO_WRITTEN } from './steps';
import { hasObjectives, isDelimiterRow, isKeyResultHead, isLabelledRow, rowIsLabelled } from './table-head';
import { isDefinition, isEssayTitle, isOkrName } from './titles';
import { readTold, TOLD, toldAt } from './told-results';
import { headsMeasures } from './weak-labels';
import { anyOf, wordsOf } from './words';

/**
 * O objective label, K key result label, M "Key Results", T table of key results, U table of objectives with their key results, t other table, H other heading,
 * L plain top-level list item, V one that begins
 * like a named value (`Channel: ...`), B bold line, W line that says that measures follow, F field, P plain paragraph, I initiatives or closing label.
 */
export type SignalKind = 'O' | 'K' | 'M' | 'T' | 'U' | 't' | 'H' | 'L' | 'V' | 'B' | 'F' | 'P' | 'I' | 'W';

export interface Signal {
  readonly at: number;
  readonly kind: SignalKind;
}

const ONLY_LINK = /^\[[^\]]+\]\([^)]*\)[\s.,;]*$/;
/** An entry of a table of contents. */
const ANCHOR_LINK = /^\[[^\]]+\]\(#[^)]*\)[\s.,;]*$/;
const CHECKBOX = /^\[[ xX]\]\s+/;
const BOLD_LINE = /^(?:\*\*|__)(?:[^*_]|[*_](?![*_]))+(?:\*\*|__)[:.]?\s*$/;
const BOLD_START = /^(?:\[[ xX]\]\s+)?(?:\*\*|__)/;
const KEY_VALUE = new RegExp(
  String.raw`^(?:(?:\*\*|__)[^*_:]{1,40}(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)|[${LETTER}][${LETTER}\d /()-]{0,30}:\s)`,
  'u',
);
/** Two numbers with a word or an arrow between; Google Docs writes `\-\>`. */
const STEP = String.raw`\d[^\s\d]{0,4}(?:\s[${LETTER}]{1,12})?\s?(?:${ARROW}|\\?[-=]\\?>|${STEP_TO_WRITTEN})\s?\D?\d`;
const FROM_TO = new RegExp(STEP, 'u');
/** A step, or a share. */
const MEASURED = new RegExp(String.raw`\d\s?%|${STEP}`, 'u');
const LONGEST_ITEM = 300;
/** `Raise ...`: an order, which reports, requirements and logs are not. */
const STEP_ORDER = new RegExp(`^(?:${anyOf(wordsOf('stepVerb'))})\\s`);
/** UTF-16 units of the first word, decomposed. */
const LONGEST_ORDER = 12;
/** Signs of a quarter, half or fiscal year in the folded name of a period. */
const QUARTER_WORD = /q\d|\dq|h\d|\dh|fy|quarter|quy|nua|thang|[st]\d/;
const OKR_HINT = /[oO](?:[kK\u212a][rR]|[bB][jJ][eE][cC]?[tT][iI])|[mM][uUụỤ]/u;

/** A heading of the first or second level that names OKRs. */
export interface TitleSignal {
  readonly depth: number;
  readonly essay: boolean;
}

const LETTER_OF: Readonly<Partial<Record<LineKind['kind'], SignalKind>>> = {
  objective: 'O',
  measured: 'O',
  'key-result': 'K',
  'key-results': 'M',
  initiatives: 'I',
  closing: 'I',
  field: 'F',
};

const BOLD_SIGNS = '*_[';
const startsBold = (raw: string) => BOLD_SIGNS.includes(raw.charAt(0)) && BOLD_START.test(raw);

/** `KR-214`: the number of a ticket. */
const TICKET = /-\d{3,}\s*$/;

/** What a label counts as. */
function countOf(kind: LineKind, text: string): keyof Counts | undefined {
  if (kind.kind === 'key-result')
    return TICKET.test(text.slice(kind.start, kind.end)) ? undefined : 'keyResult';
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

/** What fields may be attached across. */
const isMute = (signal: SignalKind) => signal === 'P' || signal === 'F' || signal === 'W';

/** `Channel: retail`; not `Late orders: 9% → 3%`, a key result with its metric in front. */
const isNamedValue = (body: string) => KEY_VALUE.test(body) && !FROM_TO.test(body.slice(0, LONGEST_ITEM));

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
  /** The line before is one of a table. */
  private inTable = false;

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
        this.continuation(text.slice(line.first, line.end));
        break;
      case 'html':
        this.html(text.slice(line.first, line.end));
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
    const told = toldAt(text);
    // Reports tell their results so, too.
    if (told >= 0) this.tally.push('keyResultsLoose');
    if (OKR_HINT.test(text) && isOkrName(fold(text).text)) this.tally.push('okrName');
    return told === 0 && readTold(text) ? TOLD : kind;
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
    const start = body.slice(0, LONGEST_ITEM);
    if (MEASURED.test(start)) {
      tally.push('measuredItems');
      if (STEP_ORDER.test(foldText(start.slice(0, LONGEST_ORDER)))) tally.push('orders');
    }
    if (startsBold(raw)) tally.push('boldItems');
    if (link && ANCHOR_LINK.test(body)) {
      this.clearTally();
      tally.push('items', 'linkItems');
      this.say('P', true);
      return;
    }
    const letter = kind.kind === 'measured' ? undefined : LETTER_OF[kind.kind];
    const signal = letter ?? (link ? 'P' : isNamedValue(body) ? 'V' : 'L');
    this.say(signal, signal !== 'F' && signal !== 'V');
  }

  private nested(raw: string): void {
    this.label(plainText(raw.replace(CHECKBOX, '')), 'item');
    if (this.sawItem) this.tally.push('parents');
    this.sawItem = false;
  }

  /** A line of an item's text; for want of a blank line it may be an item below it, or the next objective. */
  private continuation(raw: string): void {
    const marker = pseudoMarker(raw);
    if (marker !== undefined) this.nested(raw.slice(marker));
    else if (this.label(plainText(raw), 'line').kind === 'objective') this.say('O', false);
  }

  private textLine(raw: string, afterBlank: boolean, next: number): void {
    const inTable = this.inTable && raw.startsWith('|');
    this.inTable = inTable;
    if (raw.startsWith('>')) this.quote(raw);
    else if (raw.includes('|') && isDelimiterRow(this.text, next)) this.tableHead(raw, next);
    else if (!inTable && isLabelledRow(raw)) {
      this.tally.push('keyResultTable');
      this.say('T', false);
    } else {
      const marker = pseudoMarker(raw);
      if (marker !== undefined) this.item(raw.slice(marker));
      else this.plainLine(raw, afterBlank);
    }
  }

  private plainLine(raw: string, afterBlank: boolean): void {
    const bold = startsBold(raw) && BOLD_LINE.test(raw);
    const text = plainText(raw);
    const kind = this.label(text, startsBold(raw) ? 'item' : 'line');
    if (bold) this.countPeriod(raw);
    const isHead = kind.kind !== 'key-results' && headsMeasures(text, 'line');
    const signal = isHead ? 'W' : (LETTER_OF[kind.kind] ?? (bold ? 'B' : 'P'));
    this.say(signal, afterBlank && !isMute(signal));
  }

  /** The title of `<details>`. */
  private html(raw: string): void {
    const place = summaryIn(raw);
    const text = place && plainText(raw.slice(place.start, place.end));
    if (text && isTelling(classifyLine(text, 'item')))
      this.say(LETTER_OF[this.label(text, 'item').kind], false);
  }

  /** Quotes say what others wrote: alone they make no OKR document, but an objective may be set off by one. */
  private quote(raw: string): void {
    const text = plainText(raw.replace(/^[>\s]+/, ''));
    const kind = classifyLine(text, quotePlace(text));
    const isObjective = kind.kind === 'objective';
    const count = isObjective && countOf(kind, text);
    if (count) this.tally.push(count);
    this.say(isObjective || kind.kind === 'key-result' ? LETTER_OF[kind.kind] : 'P', false);
  }

  /** A table may hold the fields and check-ins of what stands above it. */
  private tableHead(raw: string, next: number): void {
    this.inTable = true;
    const found = isKeyResultHead(plainText(raw)) || rowIsLabelled(this.text, next);
    if (found) this.tally.push('keyResultTable');
    this.say(found ? (hasObjectives(raw) ? 'U' : 'T') : 't', false);
  }
}

const LONGEST_VIEW = 8;

/** What comes: `signal`, then `rest`. Headings and objectives end what a look ahead can be about; runs count once. */
export function ahead(signal: SignalKind, rest: string): string {
  if (signal === 'H' || signal === 'O') return signal;
  return rest[0] === signal ? rest : (signal + rest).slice(0, LONGEST_VIEW);
}
