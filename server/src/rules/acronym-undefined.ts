import type { Item, Located, Objectives, OkrDocument } from '../document/model';
import { shift } from '../text/span';
import { usesIn } from './acronyms';
import type { AllTraits } from './all-traits';
import type { DocumentRule, Hit } from './rule';

/** More than this many in one document are a house language, and saying so again helps nobody. */
const MOST_REPORTED = 3;

/** Written out somewhere: `Net Revenue (NRE)`, `NRE (net …)`, `NRE: …`, `NRE = …`, or listed in the front matter. */
function isExplained(acronym: string, { text, frontMatter }: OkrDocument): boolean {
  return (
    [`(${acronym})`, `${acronym} (`, `${acronym}: `, `${acronym} = `, `${acronym} – `].some((form) =>
      text.includes(form),
    ) ||
    (frontMatter?.values.get('glossary')?.text.includes(acronym) ?? false)
  );
}

/** Items of the groups that have acronyms at all. */
function* suspects({ unmoved, offsetAt }: Objectives, groups: AllTraits): Iterable<Located<Item>> {
  for (const index of groups.which('acronyms')) {
    const objective = unmoved[index];
    if (!objective) continue;
    const by = offsetAt(index) - objective.offset;
    yield { item: objective.item, offset: objective.offset + by };
    for (const { item, offset } of objective.keyResults) yield { item, offset: offset + by };
  }
}

/** An acronym that a reader from another team cannot know, at its first use only. Domain note §3.5. */
export const acronymUndefined: DocumentRule = {
  id: 'acronym-undefined',
  scope: 'document',
  source: 'google',
  check({ document, objectives, acronyms = [], factsOf }, groups): readonly Hit[] {
    const hits: Hit[] = [];
    const seen = new Set<string>();
    for (const { item, offset } of suspects(objectives, groups))
      for (const { acronym, start } of item.struck ? [] : usesIn(item)) {
        if (seen.has(acronym) || factsOf({ item, offset }).foreign) continue;
        seen.add(acronym);
        if (acronyms.includes(acronym) || isExplained(acronym, document)) continue;
        const place = shift({ start, end: start + acronym.length }, item.statement.span.start + offset);
        hits.push({ span: place, params: { words: acronym } });
        if (hits.length === MOST_REPORTED) return hits;
      }
    return hits;
  },
};
