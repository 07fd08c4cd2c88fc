/** "Update progress": today's value and today's date, in the place and form in which the key result keeps them. */
import { firstField } from '../../document';
import type { Field, KeyResultItem, Located, OkrDocument } from '../../document/model';
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
  const inBraces = opening > offset + item.span.start && !document.text.slice(opening, start).includes('}');
  if (inBraces) return [{ ...value, parts: [...value.parts, ` updated=${today}`] }];
  // A cell or a line of its own has a value and nothing beside it.
  const group = document.text[offset + current.span.end - 1] === ')';
  if (item.form === 'table-row') return [value];
  const at = group ? offset + current.span.end : offset + item.statement.span.end;
  return [value, insert(at, [` ${fill(texts.updated, { date: today })}`])];
}

/** Where check-ins are kept, the newest comes first. */
function addCheckIn({ document, located, today, texts }: Words): SuggestedEdit[] | undefined {
  const [newest] = located.item.checkIns;
  if (!newest) return undefined;
  const { line, column } = document.lines.positionAt(located.offset + newest.span.start);
  const start = document.lines.lineStart(line);
  const marker = document.text.slice(start, start + column);
  if (!/^\s*(?:[-*+]|\d{1,3}[.)])\s+$/.test(marker)) return undefined;
  const lineBreak = document.text.slice(0, start).endsWith('\r\n') ? '\r\n' : '\n';
  return [insert(start, [`${marker}${today}: `, { placeholder: texts.value }, lineBreak])];
}

function appendValue({ located: { item, offset }, today, texts }: Words, dated: boolean): SuggestedEdit[] {
  const [before = '', behind = ''] = texts.now.split('{value}');
  const date = dated ? ` ${fill(texts.updated, { date: today })}` : '';
  const parts = [` ${before}`, { placeholder: texts.value }, `${behind}${date}`];
  return [insert(offset + item.statement.span.end, parts)];
}
