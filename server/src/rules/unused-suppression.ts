import type { DocumentRule } from './rule';

/**
 * A directive that silences nothing, or names a rule that does not exist. Which directives were of use is only known
 * once all findings are made, so the service reports it; the rule stands here for its id, severity and messages.
 * Params: `rule`, the id in the directive, except for the variant `all`, whose directive names none.
 */
export const unusedSuppression: DocumentRule = {
  id: 'unused-suppression',
  scope: 'document',
  source: 'eslint',
  variants: ['unknown', 'all'],
  check: () => [],
};
