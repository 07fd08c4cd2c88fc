/** Who owns what: named by an item, by its objective, by the front matter or in a line at the top. */
import type { Item, LocatedObjective } from '../../document/model';
import type { DocumentContext } from '../rule';
import { headNames } from '../time/naming';

export function hasOwner({ fields }: Item): boolean {
  for (const { name } of fields) if (name === 'owner') return true;
  return false;
}

/** Whether the document names somebody for all of it. */
export function documentHasOwner(context: DocumentContext): boolean {
  const owner =
    context.document.frontMatter?.values.get('owner') ?? context.document.frontMatter?.values.get('owners');
  return owner !== undefined || headNames(context, 'owner');
}

function groupHasOwner({ item, keyResults, initiatives }: LocatedObjective): boolean {
  return (
    hasOwner(item) ||
    keyResults.some((kr) => hasOwner(kr.item)) ||
    initiatives.some((one) => hasOwner(one.item))
  );
}

/** Whether anybody at all is named as an owner. */
export function namesOwner(context: DocumentContext): boolean {
  return context.objectives.some(groupHasOwner) || documentHasOwner(context);
}
