import type { Clause, Quantity } from '../statement/facts';
import { UNMEASURED } from './causes';
import { wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';

/** "…, from 10 to 7 minutes": the numbers of the clause before, once more. */
function isElaboration({ head, span, quantities: [first] }: Clause, context: StatementContext): boolean {
  if (head || first?.role !== 'baseline') return false;
  const lead = context.item.statement.text.slice(span.start, first.span.start).trim();
  return lead.split(/\s+/u).length <= 2;
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
function isResult(clause: Clause, context: StatementContext): boolean {
  const { text } = context.item.statement;
  return (
    clause.head?.class !== 'keep' &&
    clause.quantities.some((quantity) => isTarget(quantity, clause, text)) &&
    !isElaboration(clause, context)
  );
}

/** Two results in one line: one score cannot tell which was reached. Domain note §3.5. */
export const krCompound: StatementRule = {
  id: 'kr-compound',
  scope: 'key-result',
  source: 'incose; orca',
  yieldsTo: UNMEASURED,
  check(context): Hit | undefined {
    const results = context.facts.clauses.filter((clause) => isResult(clause, context));
    const second = results[1];
    if (!second) return undefined;
    return { span: second.joint ?? second.span, params: { words: wordsAt(context, second.span) } };
  },
};
