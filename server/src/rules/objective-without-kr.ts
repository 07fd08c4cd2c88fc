import { numberIn } from '../document';
import type { LocatedObjective } from '../document/model';
import { countLive, inDocument, onSentence } from './places';
import type { DocumentHit, DocumentRule } from './rule';

function hitAt(objective: LocatedObjective, said = {}): DocumentHit {
  return inDocument(onSentence(objective, said));
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
  check(context, groups) {
    if (!groups.some('noKeyResults')) return [];
    const all = context.objectives.all();
    // Their key results may be announced by their number further down.
    const announced = all.flatMap(({ item }) => (item.announces ? numberIn(item.label?.text) : []));
    const bare = all.filter(
      ({ item }, n) =>
        groups.has(n, 'noKeyResults') && !item.struck && !announced.includes(numberIn(item.label?.text)),
    );
    const [first] = bare;
    if (!first) return [];
    const live = countLive(context);
    if (bare.length === 1 || bare.length < live) return bare.map((objective) => hitAt(objective));
    return [hitAt(first, { variant: 'all', params: { count: String(live) } })];
  },
};
