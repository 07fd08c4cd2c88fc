/** What the parts of an OKR document are, for colouring: labels, metrics, baselines and targets, owners, dates, ids. */

import type { FieldName, Item, Located, OkrDocument } from '../../document/model';
import type { StatementFacts } from '../../statement/facts';
import { Notes } from '../../text/notes';
import { type Span, shift } from '../../text/span';

export type TokenKind =
  | 'label'
  | 'metric'
  | 'baseline'
  | 'target'
  | 'owner'
  | 'date'
  | 'value'
  | 'id'
  | 'dropped';

export interface Token {
  readonly span: Span;
  readonly kind: TokenKind;
}

const FIELD_KINDS: Partial<Record<FieldName, TokenKind>> = {
  owner: 'owner',
  due: 'date',
  updated: 'date',
  cycle: 'date',
  id: 'id',
  alignment: 'id',
  baseline: 'baseline',
  target: 'target',
  current: 'value',
  score: 'value',
  confidence: 'value',
  weight: 'value',
  progress: 'value',
};

/** In document order, without overlaps; with `range` only those that touch it. */
export function tokensOf(
  document: OkrDocument,
  factsOf: (located: Located<Item>) => StatementFacts,
  range: Span = { start: 0, end: document.text.length },
): readonly Token[] {
  const tokens: Token[] = [];
  for (const { content, start } of document.chunks) {
    if (start > range.end) break;
    if (start + content.length < range.start) continue;
    for (const item of content.items)
      for (const token of tokensOfItem(item, () => factsOf({ item, offset: start }))) {
        const span = shift(token.span, start);
        if (span.start < range.end && range.start < span.end) tokens.push({ ...token, span });
      }
  }
  return tokens;
}

const kept = new Notes<
  Item,
  { readonly facts: StatementFacts | undefined; readonly tokens: readonly Token[] }
>();

/** Counted from the item's chunk. */
function tokensOfItem(item: Item, factsOf: () => StatementFacts): readonly Token[] {
  const facts = item.struck || item.kind === 'initiative' ? undefined : factsOf();
  const known = kept.get(item);
  if (known && known.facts === facts) return known.tokens;
  const tokens = withoutOverlaps(
    item.struck ? struck(item) : [...outside(item), ...(facts ? inside(item, facts) : [])],
  );
  kept.set(item, { facts, tokens });
  return tokens;
}

const struck = ({ statement }: Item): Token[] => [{ span: statement.span, kind: 'dropped' }];

function outside(item: Item): Token[] {
  const fields = item.fields.flatMap(({ name, valueSpan }): Token[] => {
    const kind = FIELD_KINDS[name];
    return kind ? [{ span: valueSpan, kind }] : [];
  });
  return item.label ? [{ span: item.label.span, kind: 'label' }, ...fields] : fields;
}

function inside(item: Item, facts: StatementFacts): Token[] {
  const at = item.statement.span.start;
  const token = (span: Span | undefined, kind: TokenKind): Token[] =>
    span && span.end > span.start ? [{ span: shift(span, at), kind }] : [];
  return [
    ...token(facts.baseline?.span, 'baseline'),
    ...token((facts.target ?? facts.change)?.span, 'target'),
    ...token(facts.deadline, 'date'),
    ...(item.kind === 'key-result' ? token(facts.metric?.span, 'metric') : []),
  ];
}

/** Earlier ones in the list win: a number inside a metric's name keeps its own colour, so the metric is left out. */
function withoutOverlaps(tokens: readonly Token[]): readonly Token[] {
  const free: Token[] = [];
  for (const token of tokens) {
    const { start, end } = token.span;
    if (end > start && free.every(({ span }) => end <= span.start || span.end <= start)) free.push(token);
  }
  return free.sort((a, b) => a.span.start - b.span.start);
}
