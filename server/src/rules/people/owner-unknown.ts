import type { Item, Located } from '../../document/model';
import { ownersOf } from '../../progress';
import { foldText } from '../../text/fold';
import { inDocument, onField } from '../places';
import type { DocumentHit, DocumentRule } from '../rule';

const keyOf = (name: string) => foldText(name).replace(/^@/u, '').trim();

function hitsAt(located: Located<Item>, roster: ReadonlySet<string>): readonly DocumentHit[] {
  return located.item.fields.flatMap((field) => {
    if (field.name !== 'owner') return [];
    // Only handles: a name in words may be spelled in many ways.
    const strangers = ownersOf({ ...located.item, fields: [field] }).filter(
      (name) => name.startsWith('@') && !roster.has(keyOf(name)),
    );
    return strangers.map((words) => inDocument(onField(located, field, { params: { words } })));
  });
}

/** A handle that is not among the owners that configuration lists; silent where it lists none. Domain note §3.6. */
export const ownerUnknown: DocumentRule = {
  id: 'owner-unknown',
  scope: 'document',
  source: 'structure',
  check({ owners, objectives }, groups) {
    if (!owners?.length) return [];
    const roster = new Set(owners.map(keyOf));
    return objectives
      .all()
      .flatMap((objective, index) =>
        groups.has(index, 'owner')
          ? [objective, ...objective.keyResults].flatMap((located) => hitsAt(located, roster))
          : [],
      );
  },
};
