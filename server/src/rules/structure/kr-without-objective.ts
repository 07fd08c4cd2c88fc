import { inDocument, onSentence } from '../places';
import type { DocumentRule } from '../rule';

/** Key results that stand before any objective: nobody knows what they prove. Said once. Domain note §3.2. */
export const krWithoutObjective: DocumentRule = {
  id: 'kr-without-objective',
  scope: 'document',
  source: 'structure',
  variants: ['several'],
  check({ document }) {
    const orphans = document
      .orphans()
      .filter(({ item }) => !item.struck && item.statement.text.trim() !== '');
    const [first] = orphans;
    if (!first) return [];
    const params = { count: String(orphans.length) };
    return [inDocument(onSentence(first, orphans.length > 1 ? { variant: 'several', params } : { params }))];
  },
};
