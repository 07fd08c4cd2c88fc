import { keyResultsOf } from '../places';
import type { DocumentContext, DocumentRule } from '../rule';
import { duplicatesAmong } from './duplicates';

function* entries(context: DocumentContext) {
  for (const { objective, kr } of keyResultsOf(context)) yield { objective, item: kr };
}

/**
 * The same key result twice in a cycle; said more mildly where two objectives share it. Only sentences that differ in
 * nothing but small words count: "in the north" and "in the south" are two results. Domain note §3.2.
 */
export const duplicateKr: DocumentRule = {
  id: 'duplicate-kr',
  scope: 'document',
  source: 'structure',
  check: (context) =>
    duplicatesAmong(context, entries(context), (first, second) => first.objective !== second.objective),
};
