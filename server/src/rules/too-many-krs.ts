import { hitsByCount } from './counts';
import type { GroupRule } from './rule';

/** More key results than anyone can keep in mind: the article says two to five. Domain note §3.2. */
export const tooManyKrs: GroupRule = {
  id: 'too-many-krs',
  scope: 'document',
  source: 'article',
  checkGroup: (context) => hitsByCount(context, (count, { max }) => count > max),
};
