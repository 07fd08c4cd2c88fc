import { UNMEASURED } from '../causes';
import type { StatementRule } from '../rule';
import { longSentence } from './long-sentence';

/** UTF-16 units of a key result that still holds one thing. */
const LONGEST = 160;

/** A key result as long as a paragraph hides more than one result. Domain note §3.2. */
export const krTooLong: StatementRule = {
  id: 'kr-too-long',
  scope: 'key-result',
  source: 'google',
  variants: ['sentences'],
  yieldsTo: [...UNMEASURED, 'kr-compound'],
  check: (context) => longSentence(context, LONGEST),
};
