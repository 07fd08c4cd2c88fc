/** Ids to refer to, and an id for what has none. */
import { alignmentKey, type Definition } from '../../../alignment';
import type { Item, Located } from '../../../document/model';
import { foldText } from '../../../text/fold';
import { fileName } from '../rename';
import { textsOf } from '../texts';
import { matches } from './match';
import type { CompletionEntry, CompletionRequest, Typed } from './model';
import type { LinePlace } from './place';

const MOST = 100;

const sentenceOf = ({ item }: Located<Item>) => item.statement.text.replace(/\s+/g, ' ').trim();
const isSame = (a: Located<Item>, b: Located<Item>) => a.item === b.item && a.offset === b.offset;

/** Objectives and key results to support: by their id where it is unique, else with their file. */
export function references(
  { index, name, offset }: CompletionRequest,
  typed: Typed,
  { item }: LinePlace,
): CompletionEntry[] {
  const entries: CompletionEntry[] = [];
  for (const document of [name, ...[...index.names()].filter((other) => other !== name)])
    for (const definition of index.definitions(document)) {
      if (document === name && isSame(definition.item, item)) continue;
      if (definition.implicit && !isWorthNaming(index, name, definition)) continue;
      const id = writtenAs(index, name, definition);
      const sentence = sentenceOf(definition.item);
      if (id === undefined || !(matches(id, typed.text) || matches(sentence, typed.text))) continue;
      entries.push({
        label: id,
        kind: 'id',
        parts: [id],
        span: { start: typed.start, end: offset },
        detail: fileName(document),
        documentation: sentence,
      });
      if (entries.length >= MOST) return entries;
    }
  return entries;
}

/** Of labels only objectives' in other files, where they have no id: one's own are seen, key results have too many. */
function isWorthNaming(index: CompletionRequest['index'], from: string, label: Definition): boolean {
  if (label.document === from || label.item.item.kind !== 'objective') return false;
  return !index.definitions(label.document).some((one) => !one.implicit && isSame(one.item, label.item));
}

/** How `from` can name a definition so that it is meant alone; undefined where it cannot. */
function writtenAs(
  index: CompletionRequest['index'],
  from: string,
  definition: Definition,
): string | undefined {
  const { document, id } = definition;
  const file = fileName(document).replace(/(?:\.okr)?\.\w+$/, '');
  const bare = id.replace(/\s+/g, '');
  const long = `${file.replace(/\s+/g, '-')}/${bare}`;
  return (definition.implicit ? [long] : [bare, long]).find((written) => {
    const [only, ...others] = index.resolve({ document: from, id: written });
    return only && others.length === 0 && only.document === document && isSame(only.item, definition.item);
  });
}

/** Labels of the key results of the same objective, for `-> KR1`. */
export function arrows(
  { document, offset }: CompletionRequest,
  typed: Typed,
  { item }: LinePlace,
): CompletionEntry[] {
  const at = item.offset + item.item.span.start;
  const objective = document.objectives().findLast((one) => one.offset + one.item.span.start <= at);
  return (objective?.keyResults ?? []).flatMap((keyResult): CompletionEntry[] => {
    const label = keyResult.item.label?.text.replace(/[\s:.)]/g, '');
    if (!label || !/^\p{L}{1,4}\d/u.test(label) || !matches(label, typed.text)) return [];
    const span = { start: typed.start, end: offset };
    return [{ label, kind: 'id', parts: [label], span, detail: sentenceOf(keyResult) }];
  });
}

/** Words of an id that is made from a sentence. */
const WORDS = 3;

/** An id from the first words of the objective's sentence, not yet taken. */
export function newIds(
  { index, name, document, offset, reader }: CompletionRequest,
  typed: Typed,
  { item }: LinePlace,
): CompletionEntry[] {
  const words = foldText(sentenceOf(item)).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const label =
    item.item.label && index.definitions(name).find((one) => one.implicit && isSame(one.item, item));
  const proposals = [
    words.slice(0, WORDS).join('-'),
    label ? alignmentKey(label.id).replace(/\s+/g, '') : '',
  ];
  const isFree = (id: string) => {
    const own = index.resolve({ document: name, id });
    return own.every((other) => other.document !== name || isSame(other.item, item));
  };
  const closing = document.text[offset] === '}' ? '' : '}';
  return [...new Set(proposals)]
    .filter((id) => id !== '' && isFree(id) && matches(id, typed.text))
    .map((id) => ({
      label: `#${id}`,
      kind: 'id',
      parts: [`${id}${closing}`],
      span: { start: typed.start, end: offset },
      detail: textsOf(reader).completion.newId,
    }));
}
