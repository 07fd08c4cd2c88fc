import type { StatementRule } from '../rule';
import { longSentence } from './long-sentence';

/** UTF-16 units of an objective that still fits one line. */
const LONGEST = 120;

/** An objective that nobody can repeat by heart. Domain note §3.2. */
export const objectiveTooLong: StatementRule = {
  id: 'objective-too-long',
  scope: 'objective',
  source: 'google',
  variants: ['sentences'],
  check: (context) => longSentence(context, LONGEST),
};
