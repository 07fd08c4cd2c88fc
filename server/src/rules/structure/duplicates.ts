/** Items that say the same as an earlier one of the same cycle. */
import type { Item, Located, LocatedObjective } from '../../document/model';
import { contentOf } from '../content-words';
import { inDocument, onSentence } from '../places';
import type { DocumentContext, DocumentHit } from '../rule';

/** "Launch" may well stand twice; a sentence says something. */
const FEWEST_WORDS = 3;

interface Entry {
  readonly objective: LocatedObjective;
  readonly item: Located<Item>;
}

/**
 * One hit at each entry that repeats an earlier one of the same cycle. `weigh` tells those that may be meant, such as
 * a key result that two objectives share.
 */
export function duplicatesAmong(
  { document }: DocumentContext,
  entries: Iterable<Entry>,
  weigh: (first: Entry, second: Entry) => 'full' | 'mild' | 'skip',
): readonly DocumentHit[] {
  const hits: DocumentHit[] = [];
  const byPeriod = new Map<string | undefined, Map<string, Entry>>();
  for (const entry of entries) {
    const { period } = entry.objective;
    const { words, key } = contentOf(entry.item.item);
    if (words.length < FEWEST_WORDS) continue;
    let seen = byPeriod.get(period);
    if (!seen) {
      seen = new Map();
      byPeriod.set(period, seen);
    }
    const first = seen.get(key);
    if (!first) {
      seen.set(key, entry);
      continue;
    }
    const weight = weigh(first, entry);
    if (weight === 'skip') continue;
    const line = document.lines.positionAt(first.item.offset + first.item.item.statement.span.start).line + 1;
    const said = { params: { line: String(line) } };
    hits.push(inDocument(onSentence(entry.item, weight === 'mild' ? { ...said, mild: true } : said)));
  }
  return hits;
}
