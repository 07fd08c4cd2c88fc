import { hasBaseline, wordsAt } from './reading';
import type { Hit, StatementRule } from './rule';

/** "Opens at 6:30": a time of day is kept or not. */
const CLOCK = /^:[0-5]\d$/;

/** A target without a start: neither ambition nor progress can be judged. Domain note §3.5. */
export const krNoBaseline: StatementRule = {
  id: 'kr-no-baseline',
  scope: 'key-result',
  source: 'doerr; orca',
  yieldsTo: ['kr-relative-no-base', 'to-or-by'],
  check(context): Hit | undefined {
    const { facts } = context;
    const { target } = facts;
    if (facts.class !== 'outcome' || !target || facts.change || hasBaseline(context)) return undefined;
    // A floor, a ceiling or "none" is a promise of its own; where it starts from adds nothing.
    if (facts.direction === 'keep' || target.value === 0 || CLOCK.test(target.unit ?? '')) return undefined;
    return { span: target.span, params: { words: wordsAt(context, target.span) } };
  },
};
