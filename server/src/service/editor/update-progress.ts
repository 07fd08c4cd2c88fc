/** "Update progress": today's value and today's date, in the place and form in which the key result keeps them. */
import { firstField } from '../../document';
import { classifyLine } from '../../document/labels';
import type { CheckIn, Field, KeyResultItem, Located, OkrDocument } from '../../document/model';
import type { SuggestedEdit, TemplatePart } from '../../rewrite/suggestion';
import type { StatementFacts } from '../../statement/facts';
import type { Language } from '../../text/language';
import { fill, textsOf } from './texts';

export interface ProgressUpdate {
  readonly title: string;
  readonly edits: readonly SuggestedEdit[];
}

/**
 * The edits that leave a place for today's value; undefined where there is no target to move towards.
 * @param today `YYYY-MM-DD`
 * @param reader language of the title; what is written is in the sentence's
 */
export function progressUpdate(
  document: OkrDocument,
  located: Located<KeyResultItem>,
  facts: StatementFacts,
  today: string,
  reader: Language,
): ProgressUpdate | undefined {
  const { item } = located;
  if (item.struck || !(facts.target ?? facts.change ?? field(item, 'target'))) return undefined;
  const words = { document, located, today, texts: textsOf(facts.language).fields };
  const current = field(item, 'current');
  const edits = current
    ? replaceValue(words, current)
    : (addCheckIn(words) ?? appendValue(words, !field(item, 'updated')));
  const updated = field(item, 'updated');
  if (updated) edits.push(replace(located, updated, [today]));
  return { title: textsOf(reader).actions.updateProgress, edits };
}

interface Words {
  readonly document: OkrDocument;
  readonly located: Located<KeyResultItem>;
  readonly today: string;
  readonly texts: ReturnType<typeof textsOf>['fields'];
}

const field = (item: KeyResultItem, name: Field['name']) => firstField(item, name);

function replace({ offset }: Located<unknown>, { valueSpan }: Field, parts: TemplatePart[]): SuggestedEdit {
  return { span: { start: offset + valueSpan.start, end: offset + valueSpan.end }, parts };
}

const insert = (at: number, parts: TemplatePart[]): SuggestedEdit => ({
  span: { start: at, end: at },
  parts,
});

/** A number with what stands before and behind it. */
const NUMBER = /^(?<before>[~≈]?\s?[$€£₫]?\s?-?)\d(?:[\d.,]*\d)?/u;

function replaceValue({ document, located, today, texts }: Words, current: Field): SuggestedEdit[] {
  const { item, offset } = located;
  const number = NUMBER.exec(current.value);
  const before = number?.groups?.before ?? '';
  const behind = number ? current.value.slice(number[0].length) : '';
  const value = replace(located, current, [before, { placeholder: texts.value }, behind].filter(Boolean));
  if (field(item, 'updated')) return [value];
  const start = offset + current.valueSpan.start;
  const opening = document.text.lastIndexOf('{', start);
  const inBraces = opening > offset + item.span.start && !document.slice(opening, start).includes('}');
  if (inBraces) return [{ ...value, parts: [...value.parts, ` updated=${today}`] }];
  // A cell or a line of its own has a value and nothing beside it.
  const group = document.text[offset + current.span.end - 1] === ')';
  if (item.form === 'table-row') return [value];
  const at = group ? offset + current.span.end : offset + item.statement.span.end;
  return [value, insert(at, [` ${fill(texts.updated, { date: today })}`])];
}

/** Where check-ins are kept, the newest comes first; in a table, where the newest row is. */
function addCheckIn(words: Words): SuggestedEdit[] | undefined {
  const { document, located, today, texts } = words;
  const [newest] = located.item.checkIns;
  if (!newest) return undefined;
  const { line, column } = document.lines.positionAt(located.offset + newest.span.start);
  const start = document.lines.lineStart(line);
  const marker = document.slice(start, start + column);
  if (/^\s*\|/.test(marker)) return addRow(words, start, newest);
  if (!/^\s*(?:[-*+]|\d{1,3}[.)])\s+$/.test(marker)) return undefined;
  const lineBreak = document.slice(0, start).endsWith('\r\n') ? '\r\n' : '\n';
  return [insert(start, [`${marker}${today}: `, { placeholder: texts.value }, lineBreak])];
}

/** A row for today, with its cells in the columns of the newest one; `start` is where that one's line begins. */
function addRow(
  { document: { text }, located, today, texts }: Words,
  start: number,
  newest: CheckIn,
): SuggestedEdit[] | undefined {
  const { item, offset } = located;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
  const at = offset + newest.span.start - start;
  let from = 0;
  let dated = false;
  const parts = line.split('|').flatMap((cell, column, all): TemplatePart[] => {
    const here = from <= at && at <= from + cell.length;
    from += cell.length + 1;
    const border = column === 0 ? '' : '|';
    if (column === 0 || (column === all.length - 1 && cell.trim() === '')) return [`${border}${cell}`];
    if (here) return [`${border} `, { placeholder: texts.value }, ' '];
    if (cell.trim() === newest.date) {
      dated = true;
      return [`${border} ${today} `];
    }
    return [classifyLine(cell.trim(), 'item').kind === 'key-result' ? `${border}${cell}` : `${border} `];
  });
  // Dates in the header: a row says nothing of today.
  if (!dated) return undefined;
  if (newest.date === today) {
    const span = { start: offset + newest.span.start, end: offset + newest.span.end };
    return [{ span, parts: [{ placeholder: texts.value }] }];
  }
  const [, before] = item.checkIns;
  const lineBreak = text[end - 1] === '\r' ? '\r\n' : '\n';
  const goesDown = !before || before.span.start < newest.span.start;
  return goesDown
    ? [insert(start + line.length, [lineBreak, ...parts])]
    : [insert(start, [...parts, lineBreak])];
}

function appendValue({ located: { item, offset }, today, texts }: Words, dated: boolean): SuggestedEdit[] {
  const [before = '', behind = ''] = texts.now.split('{value}');
  const date = dated ? ` ${fill(texts.updated, { date: today })}` : '';
  const parts = [` ${before}`, { placeholder: texts.value }, `${behind}${date}`];
  return [insert(offset + item.statement.span.end, parts)];
}
