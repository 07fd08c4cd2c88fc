import type { Item, Located, OkrDocument } from '../document/model';
import { shift } from '../text/span';
import type { DocumentRule, Hit } from './rule';
import { COMMON_ACRONYMS, PLACEHOLDERS } from './wording';

/** Two to five capitals that stand alone, also at a sentence's end; digits and hyphens beside them make a name (GPT-4, S3). */
const ACRONYM = /(?<![\p{L}\p{M}\p{N}&/._-])\p{Lu}{2,5}(?![\p{L}\p{M}\p{N}&/_-]|\.\p{L})/gu;
/** Quý III, phase IV: numbers, not names. */
const ROMAN = /^[IVX]+$/u;
/** More than this many in one document are a house language, and saying so again helps nobody. */
const MOST_REPORTED = 3;

interface Use {
  readonly acronym: string;
  readonly start: number;
}

const usesOfItem = new WeakMap<Item, readonly Use[]>();

/** Acronyms of one statement; kept per item, because a document is checked anew at every key press. */
function usesIn(item: Item): readonly Use[] {
  let uses = usesOfItem.get(item);
  if (!uses) {
    const { text } = item.statement;
    // A line in capitals is loud, not abbreviated.
    const found = text === text.toUpperCase() ? [] : [...text.matchAll(ACRONYM)];
    uses = found
      .map((match) => ({ acronym: match[0], start: match.index }))
      .filter(
        ({ acronym }) =>
          !COMMON_ACRONYMS.has(acronym) && !ROMAN.test(acronym) && !PLACEHOLDERS.anywhere.has(acronym),
      );
    usesOfItem.set(item, uses);
  }
  return uses;
}

/** Written out somewhere: `Net Revenue (NRE)`, `NRE (net …)`, `NRE: …`, `NRE = …`, or listed in the front matter. */
function isExplained(acronym: string, { text, frontMatter }: OkrDocument): boolean {
  return (
    [`(${acronym})`, `${acronym} (`, `${acronym}: `, `${acronym} = `, `${acronym} – `].some((form) =>
      text.includes(form),
    ) ||
    (frontMatter?.values.get('glossary')?.text.includes(acronym) ?? false)
  );
}

function* itemsOf(
  objectives: readonly { item: Item; offset: number; keyResults: readonly Located<Item>[] }[],
) {
  for (const objective of objectives) {
    yield objective;
    yield* objective.keyResults;
  }
}

/** An acronym that a reader from another team cannot know, at its first use only. Domain note §3.5. */
export const acronymUndefined: DocumentRule = {
  id: 'acronym-undefined',
  scope: 'document',
  source: 'google',
  check({ document, objectives, acronyms = [], factsOf }): readonly Hit[] {
    const hits: Hit[] = [];
    const seen = new Set<string>();
    for (const { item, offset } of itemsOf(objectives))
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
