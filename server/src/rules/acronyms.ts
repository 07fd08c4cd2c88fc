import type { Item } from '../document/model';
import { Notes } from '../text/notes';
import { COMMON_ACRONYMS, PLACEHOLDERS } from './wording';

/** Two to five capitals that stand alone, also at a sentence's end; digits and hyphens beside them make a name (GPT-4, S3). */
const ACRONYM = /(?<![\p{L}\p{M}\p{N}&/._-])\p{Lu}{2,5}(?![\p{L}\p{M}\p{N}&/_-]|\.\p{L})/gu;
/** What has none of these has none; the class of all capitals costs a start more than it should. */
const CAPITALS = /[A-Z\u00c0-\u1eff]{2}/;
/** Quý III, phase IV: numbers, not names. */
const ROMAN = /^[IVX]+$/u;
interface Use {
  readonly acronym: string;
  readonly start: number;
}

const usesOfItem = new Notes<Item, readonly Use[]>();

/** Acronyms of one statement; kept per item, because a document is checked anew at every key press. */
export function usesIn(item: Item): readonly Use[] {
  let uses = usesOfItem.get(item);
  if (!uses) {
    const { text } = item.statement;
    // A line in capitals is loud, not abbreviated.
    const found = CAPITALS.test(text) && text !== text.toUpperCase() ? [...text.matchAll(ACRONYM)] : [];
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
