/** Moving a key result that is work, or the means named in one, to the list of initiatives. */
import type { Item, Located } from '../document/model';
import type { Span } from '../text/span';
import { afterBreak, blockOf, lineBreakOf, markerOf } from './block';
import { type RewriteContext, wordsIn } from './context';
import { deletion } from './edit';
import { initiativeInsertion } from './initiatives';
import { measuresOf } from './measures';
import { metricSentence } from './metric-sentence';
import type { SuggestedEdit, Suggestion } from './suggestion';
import { titleOf } from './wording';
import { asInitiative, countsWork, merged, reworded } from './work';

/** With fewer key results an objective has too few left when one goes. */
const ENOUGH_TO_MOVE_ONE = 3;

/** The lines of the block with the break after them, or before them at the end of the document. */
function wholeLines(text: string, block: Span): Span {
  const end = afterBreak(text, block.end);
  if (end > block.end || block.start === 0) return { start: block.start, end };
  const breakLength = text.startsWith('\r\n', block.start - 2) ? 2 : 1;
  return { start: block.start - breakLength, end };
}

/** Lines nested under the item, indented for their new place under a marker at `indent`. */
function nestedLines(text: string, located: Located<Item>, block: Span, indent: string): string {
  const own = markerOf(text, located)?.indent ?? '';
  const [, ...nested] = text.slice(block.start, block.end).split(/\r\n|\r|\n/u);
  return nested
    .map((line) => lineBreakOf(text) + (line.startsWith(own) ? indent + line.slice(own.length) : line))
    .join('');
}

/** Lines of a list or table are the item's own; under a heading or paragraph stand others that belong to it. */
function standsAlone({ item }: Located<Item>): boolean {
  return item.form === 'bullet' || item.form === 'ordered' || item.form === 'table-row';
}

/** The work leaves the key results with its notes. Only where enough key results remain. */
function plainMove(context: RewriteContext): Suggestion | undefined {
  const { text, parent, item, facts } = context;
  if (!parent || parent.keyResults.length < ENOUGH_TO_MOVE_ONE || !standsAlone(item)) return undefined;
  const block = blockOf(text, item);
  const insertion = initiativeInsertion(text, parent, facts.language, asInitiative(context));
  if (!insertion) return undefined;
  const indent =
    /[ \t]*(?=\S*\s[^\r\n]*$)/u.exec(insertion.text.split(/\r\n|\r|\n/u).at(-1) ?? '')?.[0] ?? '';
  const edits: SuggestedEdit[] = [
    { span: wholeLines(text, block), parts: [] },
    { span: insertion.span, parts: [insertion.text + nestedLines(text, item, block, indent)] },
  ];
  return {
    id: 'move-to-initiatives',
    kind: 'quickfix',
    title: titleOf(context.language, 'move'),
    edits: ordered(edits),
  };
}

/** An insertion at the end of the deleted lines (the item was the last one) becomes one replacement. */
function ordered(edits: readonly SuggestedEdit[]): readonly SuggestedEdit[] {
  const [removal, insertion] = edits;
  if (
    !removal ||
    !insertion ||
    insertion.span.start > removal.span.end ||
    insertion.span.start < removal.span.start
  )
    return merged(edits);
  return [{ span: removal.span, parts: [...removal.parts, ...insertion.parts] }];
}

/** The work becomes an initiative and its best measure takes its place. */
function moveAndMeasure(context: RewriteContext): Suggestion | undefined {
  const { text, parent, facts, language } = context;
  const metric = measuresOf(context)[0];
  // Counted work is kept by every rewording already.
  if (!parent || !metric || countsWork(context)) return undefined;
  const insertion = initiativeInsertion(text, parent, facts.language, asInitiative(context));
  if (!insertion) return undefined;
  const { edits, statement } = reworded(context, metricSentence(facts.language, metric));
  return {
    id: 'move-and-measure',
    kind: 'quickfix',
    title: titleOf(language, 'moveAndMeasure', { metric: metric.name }),
    edits: merged([...edits, { span: insertion.span, parts: [insertion.text] }]),
    statement,
  };
}

/** Keeps the work as an initiative: alone where enough key results remain, else with its measure in its place. */
export function moveToInitiatives(context: RewriteContext): Suggestion[] {
  const move = plainMove(context) ?? moveAndMeasure(context);
  return move ? [move] : [];
}

/** "… by doing that": the means becomes an initiative, the result stays. */
export function moveMeans(context: RewriteContext): Suggestion[] {
  const { text, parent, facts, language } = context;
  const { means } = facts;
  if (!means || !parent) return [];
  const words = wordsIn(context, means);
  const insertion = initiativeInsertion(text, parent, facts.language, words);
  if (!insertion) return [];
  return [
    {
      id: 'move-means',
      kind: 'quickfix',
      title: titleOf(language, 'moveMeans', { words }),
      edits: merged([deletion(context, means), { span: insertion.span, parts: [insertion.text] }]),
    },
  ];
}
