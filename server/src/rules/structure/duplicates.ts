/** Items that say the same as an earlier one of the same cycle. */
import type { Item, Located, LocatedObjective } from '../../document/model';
import { Notes } from '../../text/notes';
import { type Content, contentOf } from '../content-words';
import { FEWEST_WORDS } from '../group-traits';
import { inDocument, onSentence } from '../places';
import type { DocumentContext, DocumentHit } from '../rule';

/** Who has copied more than this knows it. */
const MOST_REPORTED = 20;

interface Entry {
  readonly objective: LocatedObjective;
  readonly item: Located<Item>;
}

/** Kept with the items: where some say the same, all are looked at at every key press. */
const contents = new Notes<Item, Content>();

/**
 * One hit at each entry that repeats an earlier one of the same cycle, twenty at most. `weigh` tells those that may be
 * meant, such as a key result that two objectives share.
 */
export function duplicatesAmong(
  { document }: DocumentContext,
  entries: Iterable<Entry>,
  weigh: (first: Entry, second: Entry) => 'full' | 'mild' | 'skip',
): readonly DocumentHit[] {
  const hits: DocumentHit[] = [];
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const own = entry.item.item;
    const content = contents.get(own) ?? contentOf(own);
    contents.set(own, content);
    const { words, key } = content;
    if (words.length < FEWEST_WORDS) continue;
    const inCycle = `${entry.objective.period ?? ''}\n${key}`;
    const first = seen.get(inCycle);
    if (!first) {
      seen.set(inCycle, entry);
      continue;
    }
    const weight = weigh(first, entry);
    if (weight === 'skip') continue;
    const { item, offset } = first.item;
    const line = document.lines.positionAt(offset + item.statement.span.start).line + 1;
    const said = { params: { line: String(line) } };
    const hit = inDocument(onSentence(entry.item, weight === 'mild' ? { ...said, mild: true } : said));
    hits.push({ ...hit, related: [{ about: first.item, as: 'writtenFirst' }] });
    if (hits.length === MOST_REPORTED) break;
  }
  return hits;
}
