/** Looking for objectives and key results over the whole workspace. */
import type { AlignmentIndex } from '../../alignment';
import type { Item, Located } from '../../document/model';
import { foldText } from '../../text/fold';
import { type Span, shift } from '../../text/span';

export interface FoundItem {
  readonly document: string;
  readonly kind: Item['kind'];
  readonly name: string;
  readonly span: Span;
  /** The objective that a key result belongs to. */
  readonly container?: string;
}

const nameOf = ({ item }: Located<Item>) =>
  [item.label?.text.trim(), item.statement.text.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ');

/**
 * At most `limit` objectives and key results whose label and sentence contain the query's characters in their order;
 * case and diacritics do not matter. Whole words first, then the tighter match.
 */
export function searchItems(index: AlignmentIndex, query: string, limit: number): readonly FoundItem[] {
  const sought = foldText(query).replace(/\s+/g, '');
  const found: { item: FoundItem; score: number }[] = [];
  for (const { document, objectives } of index.documents())
    for (const objective of objectives) {
      const container = nameOf(objective);
      for (const located of [objective, ...objective.keyResults]) {
        const name = located === objective ? container : nameOf(located);
        const score = scoreOf(foldText(name), sought);
        if (name === '' || score === undefined) continue;
        const { item, offset } = located;
        found.push({
          score,
          item: {
            document,
            kind: item.kind,
            name,
            span: shift(item.statement.span, offset),
            ...(located === objective ? {} : { container }),
          },
        });
      }
    }
  return found
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** How far apart the characters stand, lower is better; undefined where they do not occur in this order. */
function scoreOf(text: string, sought: string): number | undefined {
  if (sought === '') return 0;
  const whole = text.replace(/\s+/g, '').indexOf(sought);
  if (whole >= 0) return whole === 0 ? 0 : 1;
  let at = -1;
  let gaps = 1;
  for (const unit of sought) {
    const next = text.indexOf(unit, at + 1);
    if (next < 0) return undefined;
    if (at >= 0) gaps += next - at - 1;
    at = next;
  }
  return 1 + gaps;
}
