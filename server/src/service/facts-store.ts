/** Facts of the statements of documents, kept for as long as they say the same. */
import type { ChunkContent, Item, Located, OkrDocument } from '../document/model';
import { analyse, detectLanguage, isForeign } from '../statement';
import type { StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import { Notes } from '../text/notes';
import { Recent } from '../text/recent';
import { fallbackLanguage, isForeignAround, type Tongue, tongueOf } from './document-profile';

/**
 * UTF-16 units of a sentence that are judged. Nobody writes a longer key result; what is longer is a pasted page or an
 * attack, and must not cost more than a sentence does.
 */
const LONGEST_STATEMENT = 2000;

interface ItemFacts {
  readonly fallback: Language;
  /** Whether the item's surroundings are in a language that okrlint does not know. */
  readonly around: boolean;
  readonly facts: StatementFacts;
}

export class FactsStore {
  readonly #kept = new Notes<Item, ItemFacts>();
  readonly #recent = new Recent<ItemFacts>();

  /** Facts of an item of a document; kept, so asking twice costs nothing. */
  of(document: OkrDocument, { item, offset }: Located<Item>): StatementFacts {
    const content = document.chunks.holding(offset)?.content;
    const tongue = tongueOf(document);
    return content ? this.in(content, item, tongue) : this.#facts(item, tongue.language, tongue.foreign);
  }

  /** The same for an item of a chunk, in a document of that tongue. */
  in(content: ChunkContent, item: Item, { language, foreign }: Tongue): StatementFacts {
    const around = isForeignAround(foreign, content, item);
    return this.#facts(item, fallbackLanguage(language, content, item), around);
  }

  /** `fallback` is for sentences that do not show their own language. */
  #facts(item: Item, fallback: Language, around: boolean): StatementFacts {
    const holds = (known: ItemFacts | undefined) => known?.fallback === fallback && known.around === around;
    const known = this.#kept.get(item);
    if (known && holds(known)) return known.facts;
    const text = item.statement.text.slice(0, LONGEST_STATEMENT);
    const recent = this.#recent.get(text);
    if (recent && holds(recent)) {
      this.#kept.set(item, recent);
      return recent.facts;
    }
    const facts = analyse(text, detectLanguage(text, fallback), isForeign(text, around));
    const now = { fallback, around, facts };
    this.#kept.set(item, now);
    this.#recent.set(text, now);
    return facts;
  }
}
