import { elapsedOf } from '../../progress';
import { certainCycle } from '../cycle';
import { firstLine, percent } from '../places';
import type { DocumentRule } from '../rule';

/** By then something should be known. Domain note §3.7. */
const LATE = 1 / 3;

/** A third of the cycle has passed, and nothing in the document says how far anything is. */
export const untracked: DocumentRule = {
  id: 'untracked',
  scope: 'document',
  source: 'article',
  check(context, groups) {
    if (groups.length === 0 || groups.some('tracking')) return [];
    const { today } = context;
    const cycle = certainCycle(context);
    if (!cycle || today > cycle.end) return [];
    const elapsed = elapsedOf(cycle, today);
    return elapsed <= LATE ? [] : [{ span: firstLine(context), params: { elapsed: percent(elapsed) } }];
  },
};
