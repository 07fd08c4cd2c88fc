import { shift } from '../text/span';
import { quote } from './reading';
import type { DocumentRule } from './rule';

/** An objective that nothing proves. Domain note §3.2; a warning, since the key results may stand in another file. */
export const objectiveWithoutKr: DocumentRule = {
  id: 'objective-without-kr',
  scope: 'document',
  source: 'article',
  check({ objectives }) {
    return objectives
      .filter(({ item, keyResults }) => keyResults.length === 0 && !item.struck)
      .map(({ item, offset }) => ({
        span: shift(item.statement.span, offset),
        params: { words: quote(item.statement.text) },
      }));
  },
};
