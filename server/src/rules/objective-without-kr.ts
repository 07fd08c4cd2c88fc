import type { LocatedObjective } from '../document/model';
import { shift } from '../text/span';
import { quoteItem } from './reading';
import type { DocumentRule, Hit } from './rule';

function hitAt({ item, offset }: LocatedObjective): Hit {
  return { span: shift(item.statement.span, offset), params: { words: quoteItem(item) } };
}

/**
 * An objective that nothing proves. Domain note §3.2; a warning, since the key results may stand in another file.
 * Where several objectives have none at all, the document is a list of objectives, and it is said once.
 */
export const objectiveWithoutKr: DocumentRule = {
  id: 'objective-without-kr',
  scope: 'document',
  source: 'article',
  variants: ['all'],
  check({ objectives }) {
    const live = objectives.filter(({ item }) => !item.struck);
    const bare = live.filter(({ keyResults }) => keyResults.length === 0);
    const [first] = bare;
    if (!first || bare.length === 1 || bare.length < live.length) return bare.map(hitAt);
    const hit = hitAt(first);
    return [{ ...hit, variant: 'all', params: { ...hit.params, count: String(live.length) } }];
  },
};
