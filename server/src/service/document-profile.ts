/** What a document says about itself as a whole: its language, its team, its owner and its cycle. */
import type { ChunkContent, Item, OkrDocument } from '../document/model';
import { languageByVotes, languageVote } from '../statement';
import { detectTeam } from '../teams';
import type { TeamId } from '../teams/knowledge';
import { LANGUAGES, type Language } from '../text/language';

/** UTF-16 units of a statement that vote for its language; a longer text is no surer. */
const VOTING_LENGTH = 500;

const languages = new WeakMap<OkrDocument, Language>();
/** Votes of a chunk in all, and of the items around each item: those under the same objective. */
interface Votes {
  readonly sum: number;
  readonly around: ReadonlyMap<Item, { readonly votes: number }>;
}

const votesOfChunks = new WeakMap<ChunkContent, Votes>();

/** The language that the front matter names, else the one that most statements are written in. */
export function languageOf(document: OkrDocument): Language {
  let language = languages.get(document);
  if (!language) {
    const named = document.frontMatter?.values.get('lang')?.text.trim().toLowerCase();
    language = LANGUAGES.find((known) => known === named) ?? languageByVotes(votesOf(document));
    languages.set(document, language);
  }
  return language;
}

/** Statements that vote for the document's language; a longer document is no surer. */
const VOTERS = 1000;

function votesOf(document: OkrDocument): number {
  let [sum, voters] = [0, 0];
  for (const { content } of document.chunks) {
    sum += votesOfChunk(content).sum;
    voters += content.items.length;
    if (voters >= VOTERS) break;
  }
  return sum;
}

/** Each chunk votes once, however often the rest of the document changes. */
function votesOfChunk(content: ChunkContent): Votes {
  let votes = votesOfChunks.get(content);
  if (!votes) {
    votes = countVotes(content.items);
    votesOfChunks.set(content, votes);
  }
  return votes;
}

function countVotes(items: readonly Item[]): Votes {
  const around = new Map<Item, { votes: number }>();
  let sum = 0;
  let objective = { votes: 0 };
  for (const item of items) {
    if (item.kind === 'objective') objective = { votes: 0 };
    const vote = languageVote(item.statement.text.slice(0, VOTING_LENGTH));
    objective.votes += vote;
    sum += vote;
    around.set(item, objective);
  }
  return { sum, around };
}

/** An objective of so many votes one way speaks that language, whatever the rest of the document speaks. */
const CLEAR_VOTE = 5;

/**
 * The language to assume for an item whose sentence does not show its own: that of its objective and its neighbours
 * where it is clear, else the document's. Companies keep English and Vietnamese objectives in one file.
 */
export function fallbackLanguage(document: Language, content: ChunkContent, item: Item): Language {
  const votes = votesOfChunk(content).around.get(item)?.votes ?? 0;
  return Math.abs(votes) >= CLEAR_VOTE ? languageByVotes(votes) : document;
}

/** The team from the front matter's `team:`, else from the file's path; undefined where neither tells. */
export function teamOf(
  document: OkrDocument,
  path: string | undefined,
  language: Language,
): TeamId | undefined {
  const named = document.frontMatter?.values.get('team')?.text;
  return (
    (named !== undefined ? detectTeam(named, language) : undefined) ??
    (path !== undefined ? detectTeam(fileName(path), language) : undefined)
  );
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/[-_.]+/g, ' ');
}
