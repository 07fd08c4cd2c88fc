import { hitsByCount } from './counts';
import type { GroupRule } from './rule';

/** One number rarely covers an objective; none at all is `objective-without-kr`. Domain note §3.2. */
export const tooFewKrs: GroupRule = {
  id: 'too-few-krs',
  scope: 'document',
  source: 'article',
  checkGroup: (context) => hitsByCount(context, (count, { min }) => count > 0 && count < min),
};
