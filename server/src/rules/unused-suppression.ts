import type { DocumentRule } from './rule';

/**
 * A directive that silences nothing, or names a rule that does not exist. Which directives were of use is only known
 * after all findings are made, so `suppress` reports it; the rule stands here for its id, severity and page.
 */
export const unusedSuppression: DocumentRule = {
  id: 'unused-suppression',
  scope: 'document',
  source: 'eslint',
  variants: ['unknown'],
  check: () => [],
};
