/** What there is around an item: the objective it belongs to, its findings, its owner, its date. */
import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import { plainText, type Suggestion } from '../rewrite/suggestion';
import { SEVERITY_RANK } from '../rules/rule';
import { overlaps, type Span, shift } from '../text/span';
import type { Diagnosis } from './api';

/** Equal text in two places is one item read once: only the offset tells them apart. */
export function isAbout({ item }: Diagnosis, located: Located<Item>): boolean {
  return item?.item === located.item && item.offset === located.offset;
}

export function worstFirst(findings: readonly Diagnosis[]): readonly Diagnosis[] {
  return [...findings].sort((a, b) => SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity]);
}

/** The sentence before and after its first rewording: the example that fits best is the sentence itself. */
export function exampleOf(
  { statement }: Item,
  suggestions: readonly Suggestion[],
): { example?: { before: string; after: string } } {
  const after = suggestions.find((suggestion) => suggestion.statement)?.statement;
  const before = statement.text.replace(/\s+/g, ' ').trim();
  return after ? { example: { before, after: plainText(after) } } : {};
}

/** A finding is offered fixes anywhere on its sentence, not only on the squiggled words. */
export function touches(finding: Diagnosis, range: Span): boolean {
  const { item, span } = finding;
  const reach = item ? shift(item.item.statement.span, item.offset) : span;
  return overlaps(reach, range) || (reach.start <= range.start && range.start <= reach.end);
}

export function parentOf(document: OkrDocument, located: Located<Item>): LocatedObjective | undefined {
  const objectives = document.objectives();
  const at = located.offset + located.item.span.start;
  return objectives.findLast(({ item, offset }) => offset + item.span.start <= at);
}

export function hasOwner(
  document: OkrDocument,
  item: Item,
  objective: LocatedObjective | undefined,
): boolean {
  const named = (fields: Item['fields'] | undefined) => fields?.some(({ name }) => name === 'owner') ?? false;
  return (
    named(item.fields) || named(objective?.item.fields) || document.frontMatter?.values.has('owner') === true
  );
}

/** The cycle that dates every key result: from the front matter, else from the heading above. */
export function dueOf(
  document: OkrDocument,
  objective: LocatedObjective | undefined,
): { documentDue?: string } {
  const due = document.frontMatter?.values.get('cycle')?.text ?? objective?.period;
  return due === undefined ? {} : { documentDue: due };
}
