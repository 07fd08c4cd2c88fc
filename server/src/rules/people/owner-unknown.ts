import type { Item, Located, LocatedObjective } from '../../document/model';
import { ownersOf } from '../../progress';
import { foldText } from '../../text/fold';
import { inDocument, onField } from '../places';
import type { DocumentContext, DocumentHit, DocumentRule } from '../rule';

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

function* itemsOf({ objectives }: DocumentContext): Generator<LocatedObjective | Located<Item>> {
  for (const objective of objectives) {
    yield objective;
    yield* objective.keyResults;
  }
}

/** A handle that is not among the owners that configuration lists; silent where it lists none. Domain note §3.6. */
export const ownerUnknown: DocumentRule = {
  id: 'owner-unknown',
  scope: 'document',
  source: 'structure',
  check(context) {
    if (!context.owners?.length) return [];
    const roster = new Set(context.owners.map(keyOf));
    return [...itemsOf(context)].flatMap((located) =>
      located.item.fields.length > 0 ? hitsAt(located, roster) : [],
    );
  },
};
