/** Who owns what: named by an item, by its objective, by the front matter or in a line at the top. */
import type { AllTraits } from '../all-traits';
import type { DocumentContext } from '../rule';
import { headNames } from '../time/naming';

/** Whether the document names somebody for all of it. */
export function documentHasOwner(context: DocumentContext): boolean {
  const values = context.document.frontMatter?.values;
  return values?.has('owner') === true || values?.has('owners') === true || headNames(context, 'owner');
}

/** Whether anybody at all is named as an owner. */
export function namesOwner(context: DocumentContext, groups: AllTraits): boolean {
  return groups.some('owner') || documentHasOwner(context);
}
