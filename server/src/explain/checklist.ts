/** The article's seven criteria, and what the text shows for each: nothing that only its author can know. */
import type { Field, FieldName, Item } from '../document/model';
import { quote } from '../rules/reading';
import type { StatementFacts } from '../statement/facts';
import type { Span } from '../text/span';
import { fill, type HoverTexts } from './catalogue';
import { escapeMarkdown } from './markdown';

/** What the checklist looks at. */
export interface ChecklistInput {
  readonly item: Item;
  readonly facts: StatementFacts;
  readonly hasObjective: boolean;
  readonly hasOwner: boolean;
  /** End of the cycle or of the document's period, as written. */
  readonly documentDue?: string;
}

/** One criterion: met as far as the text shows, and the words that show it. */
export interface Check {
  readonly criterion: keyof HoverTexts['criteria'];
  readonly met: boolean;
  /** Markdown. */
  readonly shows: string;
}

type Judged = Omit<Check, 'criterion'>;

/** Where a key result's progress can stand, most telling first. */
const TRACKING: readonly FieldName[] = ['current', 'progress', 'score', 'status', 'confidence', 'updated'];
/** The author's own words, in quotation marks, as Markdown. */
export function quoted(text: string): string {
  return `“${escapeMarkdown(quote(text))}”`;
}

/** The words at `span` of the statement, quoted. */
export function quotedAt(item: Item, { start, end }: Span): string {
  return quoted(item.statement.text.slice(start, end));
}

function fieldWith(item: Item, names: readonly FieldName[]): Field | undefined {
  for (const name of names) {
    const field = item.fields.find((candidate) => candidate.name === name && candidate.value !== '');
    if (field) return field;
  }
  return undefined;
}

function specific({ item, facts }: ChecklistInput, marks: HoverTexts['marks']): Judged {
  const { metric } = facts;
  // The process that work sets up is that one process; of a wish nobody knows what is meant.
  const abstract = facts.class === 'vague' ? facts.abstractNouns[0] : undefined;
  if (metric && (!metric.fuzzy || metric.instrument))
    return { met: true, shows: quotedAt(item, metric.span) };
  const fuzzy = metric?.span ?? abstract ?? facts.vagueWords[0];
  if (fuzzy) return { met: false, shows: fill(marks.fuzzy, { words: quotedAt(item, fuzzy) }) };
  // Not quoted: of "Train 40 caregivers in the use of the hoist" it holds only the middle.
  if (facts.object) return { met: true, shows: marks.about };
  return { met: false, shows: marks.noMetric };
}

function measurable({ item, facts }: ChecklistInput, marks: HoverTexts['marks']): Judged {
  const target = fieldWith(item, ['target']);
  if (target) return { met: true, shows: quoted(target.value) };
  const number = facts.target ?? facts.change;
  if (number && facts.class === 'outcome') return { met: true, shows: quotedAt(item, number.span) };
  const count = facts.quantities.find(({ role }) => role === 'count');
  if (count && facts.class === 'counted-activity')
    return { met: false, shows: fill(marks.countsWork, { words: quotedAt(item, count.span) }) };
  return { met: false, shows: marks.noNumber };
}

function achievable({ item, facts }: ChecklistInput, marks: HoverTexts['marks']): Judged {
  const field = fieldWith(item, ['baseline', 'current']);
  if (facts.baseline)
    return { met: true, shows: fill(marks.start, { words: quotedAt(item, facts.baseline.span) }) };
  return field
    ? { met: true, shows: fill(marks.start, { words: quoted(field.value) }) }
    : { met: false, shows: marks.noStart };
}

function timeBound({ item, facts, documentDue }: ChecklistInput, marks: HoverTexts['marks']): Judged {
  if (facts.deadline) return { met: true, shows: quotedAt(item, facts.deadline) };
  const due = fieldWith(item, ['due']);
  if (due) return { met: true, shows: fill(marks.due, { words: quoted(due.value) }) };
  const cycle = fieldWith(item, ['cycle'])?.value ?? documentDue;
  return cycle
    ? { met: true, shows: fill(marks.cycle, { words: quoted(cycle) }) }
    : { met: false, shows: marks.noDate };
}

function transparent({ item, hasOwner }: ChecklistInput, marks: HoverTexts['marks']): Judged {
  const field = fieldWith(item, ['owner']);
  if (field) return { met: true, shows: quoted(field.value) };
  return hasOwner ? { met: true, shows: marks.ownerKnown } : { met: false, shows: marks.noOwner };
}

function tracked({ item }: ChecklistInput, marks: HoverTexts['marks']): Judged {
  if (item.kind === 'key-result' && item.checkIns.length > 0) return { met: true, shows: marks.checkIns };
  const field = fieldWith(item, TRACKING);
  return field ? { met: true, shows: quoted(field.value) } : { met: false, shows: marks.noProgress };
}

/** The seven criteria in the article's order. */
export function checklist(input: ChecklistInput, { marks }: HoverTexts): readonly Check[] {
  return [
    { criterion: 'specific', ...specific(input, marks) },
    { criterion: 'measurable', ...measurable(input, marks) },
    { criterion: 'achievable', ...achievable(input, marks) },
    {
      criterion: 'relevant',
      met: input.hasObjective,
      shows: input.hasObjective ? marks.underObjective : marks.noObjective,
    },
    { criterion: 'timeBound', ...timeBound(input, marks) },
    { criterion: 'transparent', ...transparent(input, marks) },
    { criterion: 'tracked', ...tracked(input, marks) },
  ];
}
