import { hitsByCount } from './counts';
import type { DocumentRule } from './rule';

/** One number rarely covers an objective; none at all is `objective-without-kr`. Domain note §3.2. */
export const tooFewKrs: DocumentRule = {
  id: 'too-few-krs',
  scope: 'document',
  source: 'article',
  check: (context) => hitsByCount(context, (count, { min }) => count > 0 && count < min),
};
