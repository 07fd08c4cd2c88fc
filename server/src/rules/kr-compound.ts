import type { Clause, Quantity } from '../statement/facts';
import { UNMEASURED } from './causes';
import { wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { wording } from './wording';

/** The numbers of the clause before, once more: "…, from 10 to 7 minutes"; "cut by half, to 0.8%". */
function isElaboration(
  { head, span, quantities: [first, ...rest] }: Clause,
  before: Clause | undefined,
  context: StatementContext,
): boolean {
  if (head || !first) return false;
  const { text } = context.item.statement;
  const lead = text.slice(span.start, first.span.start).trim();
  if (lead.split(/\s+/u).length > 2) return false;
  if (first.role === 'baseline') return true;
  // "44% in Q1, 80% by Q4": steps on the way
  const isStep = (quantity: Quantity): boolean => quantity.role === 'target' && quantity.unit === first.unit;
  if (lead === '' && isStep(first) && rest.length > 0 && rest.every(isDate))
    if (before?.quantities.some(isStep) && before.quantities.some(isDate)) return true;
  const isBare = lead !== '' && text.slice(first.span.end, span.end).trim() === '';
  return first.role === 'target' && isBare && before?.quantities.at(-1)?.role === 'change';
}

function isDate({ role }: Quantity): boolean {
  return role === 'date';
}

/** "… while volume grows by a quarter": what goes on meanwhile is a condition. */
function isCondition({ joint, quantities }: Clause, { facts, item }: StatementContext): boolean {
  const word = joint && item.statement.text.slice(joint.start, joint.end).trim();
  const { meanwhile } = wording(facts.language);
  return word !== undefined && meanwhile.includes(word) && quantities.every(({ role }) => role === 'change');
}

/** A bracket further away than this has long been closed, or never will be. */
const LONGEST_BRACKET = 200;

/** Whether the offset lies in round brackets: "(+200 attendees)" explains what stands before it. */
function isBracketed(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_BRACKET), offset);
  // The number itself may begin with the bracket's first sign inside.
  return before.lastIndexOf('(') > before.lastIndexOf(')') || text[offset] === '(';
}

/** A number that can be a target of its own. Without a verb beside it, a bare count is a detail. */
function isTarget({ role, kind, comparison, span }: Quantity, { head }: Clause, text: string): boolean {
  if (role !== 'target' && role !== 'change' && role !== 'count') return false;
  if (isBracketed(text, span.start)) return false;
  return head !== undefined || kind !== 'number' || comparison !== '=';
}

/** A clause that could stand as a key result of its own. A floor to hold ("while keeping …") is a guardrail. */
function isResult(clause: Clause, before: Clause | undefined, context: StatementContext): boolean {
  const { text } = context.item.statement;
  return (
    clause.head?.class !== 'keep' &&
    clause.quantities.some((quantity) => isTarget(quantity, clause, text)) &&
    !isElaboration(clause, before, context) &&
    !isCondition(clause, context)
  );
}

/** Two results in one line: one score cannot tell which was reached. Domain note §3.5. */
export const krCompound: StatementRule = {
  id: 'kr-compound',
  scope: 'key-result',
  source: 'incose; orca',
  yieldsTo: UNMEASURED,
  check(context): Hit | undefined {
    if (context.facts.clauses.length < 2) return undefined;
    const results = context.facts.clauses.filter((clause, n, all) => isResult(clause, all[n - 1], context));
    const second = results[1];
    if (!second) return undefined;
    return { span: second.joint ?? second.span, params: { words: wordsAt(context, second.span) } };
  },
};
