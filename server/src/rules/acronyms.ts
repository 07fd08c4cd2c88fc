import type { Item } from '../document/model';
import { Notes } from '../text/notes';
import { Recent } from '../text/recent';
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

const NONE: readonly Use[] = [];
/** Those that have some are asked at every key press. */
const usesOfItem = new Notes<Item, readonly Use[]>();
/** Most capitals are those of "NPS" or "B2B" and stand in many sentences, or in those that an edit has made anew. */
const usesOfText = new Recent<readonly Use[]>(300);

function isUnknown(acronym: string): boolean {
  return !COMMON_ACRONYMS.has(acronym) && !ROMAN.test(acronym) && !PLACEHOLDERS.anywhere.has(acronym);
}

function read(text: string): readonly Use[] {
  // A line in capitals is loud, not abbreviated.
  if (text === text.toUpperCase()) return NONE;
  const uses: Use[] = [];
  ACRONYM.lastIndex = 0;
  for (let match = ACRONYM.exec(text); match; match = ACRONYM.exec(text))
    if (isUnknown(match[0])) uses.push({ acronym: match[0], start: match.index });
  return uses.length > 0 ? uses : NONE;
}

/** Acronyms of one statement. */
export function usesIn(item: Item): readonly Use[] {
  const { text } = item.statement;
  if (!CAPITALS.test(text)) return NONE;
  let uses = usesOfItem.get(item) ?? usesOfText.get(text);
  if (!uses) {
    uses = read(text);
    usesOfText.set(text, uses);
    if (uses.length > 0) usesOfItem.set(item, uses);
  }
  return uses;
}
