/** Moving a key result that is work, or the means named in one, to the list of initiatives. */
import type { Item, Located } from '../document/model';
import type { Span } from '../text/span';
import { afterBreak, blockOf, markerOf, wouldBeHeading } from './block';
import { type RewriteContext, wordsIn } from './context';
import { deletion, merged } from './edit';
import { type Insertion, initiativeInsertion } from './initiatives';
import { measuresOf } from './measures';
import { metricSentence } from './metric-sentence';
import type { SuggestedEdit, Suggestion } from './suggestion';
import { titleOf, withoutLead, wordingOf } from './wording';
import { asInitiative, countsWork, reworded, where } from './work';

/** With fewer key results an objective has too few left when one goes. */
const ENOUGH_TO_MOVE_ONE = 3;

/** The lines of the block with the break after them, or before them at the end of the document. */
function wholeLines(text: string, block: Span): Span {
  const end = afterBreak(text, block.end);
  if (end > block.end || block.start === 0) return { start: block.start, end };
  const breakLength = text.startsWith('\r\n', block.start - 2) ? 2 : 1;
  return { start: block.start - breakLength, end };
}

/** Lines nested under the item, indented as under a marker at the start of the line. */
function nestedLines(text: string, located: Located<Item>, block: Span): string[] {
  const own = markerOf(text, located)?.indent ?? '';
  const [, ...nested] = text.slice(block.start, block.end).split(/\r\n|\r|\n/u);
  return nested.map((line) => (line.startsWith(own) ? line.slice(own.length) : line));
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
  if (wouldBeHeading(text, afterBreak(text, block.end))) return undefined;
  const initiative = { text: asInitiative(context), nested: nestedLines(text, item, block) };
  const insertion = initiativeInsertion(text, parent, facts.language, initiative);
  if (!insertion) return undefined;
  return {
    id: 'move-to-initiatives',
    kind: 'quickfix',
    title: titleOf(context.language, 'move'),
    edits: movedTo(text, block, insertion),
  };
}

/** Removes the lines of `block` and inserts; where the insertion follows directly on them, it takes their place. */
function movedTo(text: string, block: Span, insertion: Insertion): readonly SuggestedEdit[] {
  if (insertion.span.start === block.end)
    return [{ span: block, parts: [insertion.text.replace(/^\r?\n/u, '')] }];
  return merged([
    { span: wholeLines(text, block), parts: [] },
    { span: insertion.span, parts: [insertion.text] },
  ]);
}

/** The work becomes an initiative and its best measure takes its place. */
function moveAndMeasure(context: RewriteContext): Suggestion | undefined {
  const { text, parent, facts, language } = context;
  const metric = measuresOf(context)[0];
  // Counted work is kept by every rewording already.
  if (!parent || !metric || countsWork(context)) return undefined;
  const insertion = initiativeInsertion(text, parent, facts.language, { text: asInitiative(context) });
  if (!insertion) return undefined;
  const { edits, statement } = reworded(context, metricSentence(facts.language, where(context, metric)));
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
  const bare = withoutLead(wordsIn(context, means), wordingOf(facts.language).words.meansWords);
  const words = bare.charAt(0).toUpperCase() + bare.slice(1);
  const insertion = initiativeInsertion(text, parent, facts.language, { text: words });
  if (!insertion) return [];
  return [
    {
      id: 'move-means',
      kind: 'quickfix',
      title: titleOf(language, 'moveMeans', { words: bare }),
      edits: merged([deletion(context, means), { span: insertion.span, parts: [insertion.text] }]),
    },
  ];
}
