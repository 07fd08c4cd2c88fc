/** What a document says about itself as a whole: its language, its team, its owner and its cycle. */

import { fieldValue } from '../document';
import type { ChunkContent, Item, LocatedObjective, OkrDocument } from '../document/model';
import { foreignVote, languageByVotes, languageVote } from '../statement';
import { detectTeam } from '../teams';
import type { TeamId } from '../teams/knowledge';
import { LANGUAGES, type Language } from '../text/language';
import { Notes } from '../text/notes';

/** UTF-16 units of a statement that vote for its language; a longer text is no surer. */
const VOTING_LENGTH = 500;

const languages = new Notes<OkrDocument, Language>();
/** Votes of a chunk in all, and of the items around each item: those under the same objective. */
interface Votes {
  readonly sum: number;
  /** Statements in a language okrlint does not know, less the others. */
  readonly foreign: number;
  readonly around: ReadonlyMap<Item, { readonly votes: number; readonly foreign: number }>;
}

const votesOfChunks = new Notes<ChunkContent, Votes>();

/** The language that the front matter names, else the one that most statements are written in. */
export function languageOf(document: OkrDocument): Language {
  let language = languages.get(document);
  if (!language) {
    const named = document.frontMatter?.values.get('lang')?.text.trim().toLowerCase();
    language = LANGUAGES.find((known) => known === named) ?? languageByVotes(votesOf(document).sum);
    languages.set(document, language);
  }
  return language;
}

/** Statements that vote for the document's language; a longer document is no surer. */
const VOTERS = 1000;

function votesOf(document: OkrDocument): { readonly sum: number; readonly foreign: number } {
  let [sum, foreign, voters] = [0, 0, 0];
  for (const content of document.chunks.contents) {
    const votes = votesOfChunk(content);
    sum += votes.sum;
    foreign += votes.foreign;
    voters += content.items.length;
    if (voters >= VOTERS) break;
  }
  return { sum, foreign };
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
  const around = new Map<Item, { votes: number; foreign: number }>();
  let [sum, foreign] = [0, 0];
  let objective = { votes: 0, foreign: 0 };
  for (const item of items) {
    if (item.kind === 'objective') objective = { votes: 0, foreign: 0 };
    const text = item.statement.text.slice(0, VOTING_LENGTH);
    const vote = languageVote(text);
    const stranger = Math.sign(Math.trunc(foreignVote(text)));
    objective.votes += vote;
    objective.foreign += stranger;
    sum += vote;
    // an English statement without any "the" or "to" does not tell; it must not make its document foreign
    foreign += stranger > 0 ? 1 : -1;
    around.set(item, objective);
  }
  return { sum, foreign, around };
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

/** A language code in the front matter, with or without a region. */
const CODE = /^([a-z]{2,3})(?:[-_].*)?$/;
const strangers = new Notes<OkrDocument, boolean>();

/** Whether the document is in a language that okrlint does not know: named in the front matter, or by most statements. */
export function isForeignDocument(document: OkrDocument): boolean {
  let foreign = strangers.get(document);
  if (foreign === undefined) {
    const code = CODE.exec(document.frontMatter?.values.get('lang')?.text.trim().toLowerCase() ?? '')?.[1];
    foreign = code === undefined ? votesOf(document).foreign > 0 : !LANGUAGES.some((known) => known === code);
    strangers.set(document, foreign);
  }
  return foreign;
}

/** What a document's statements are taken to be in where their own words do not tell. */
export interface Tongue {
  readonly language: Language;
  /** Neither English nor Vietnamese; `language` is then only the reader's. */
  readonly foreign: boolean;
}

/** The language of a document as a whole. */
export function tongueOf(document: OkrDocument): Tongue {
  return { language: languageOf(document), foreign: isForeignDocument(document) };
}

/** An objective of so many statements more one way is in that language, whatever the rest of the document is in. */
const CLEARLY_FOREIGN = 2;

/** Whether an item whose own words do not tell stands among statements in a language that okrlint does not know. */
export function isForeignAround(document: boolean, content: ChunkContent, item: Item): boolean {
  const votes = votesOfChunk(content).around.get(item)?.foreign ?? 0;
  return Math.abs(votes) >= CLEARLY_FOREIGN ? votes > 0 : document;
}

/** Headings that are looked at above an objective, and how far above: a title further up says little about it. */
const MOST_HEADINGS = 40;
const FURTHEST = 20_000;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/u;
const DEEPEST = 6;

/** The depth of the heading that begins at an offset, if one does. */
function ownDepth(text: string, offset: number): number | undefined {
  const end = text.indexOf('\n', offset);
  return HEADING.exec(text.slice(offset, end < 0 ? undefined : end))?.[1]?.length;
}

/**
 * The words of the headings that an offset stands under, innermost first: "Sales", "Acme OKRs 2026". Headings as deep
 * as one already passed are those of neighbours.
 */
export function headingsAbove(text: string, offset: number): readonly string[] {
  const found: string[] = [];
  // what stands above an objective at its own depth are other objectives
  let depth = ownDepth(text, offset) ?? DEEPEST + 1;
  const first = Math.max(0, offset - FURTHEST);
  for (let n = 0, at = offset; n < MOST_HEADINGS && depth > 1; n++) {
    // a heading at the offset itself is the item's own
    const start = at > 1 ? text.lastIndexOf('\n#', at - 2) + 1 : -1;
    // 0 where there is none: the text itself may begin with one
    if (start < first) break;
    const end = text.indexOf('\n', start);
    const [, marks = '', words = ''] = HEADING.exec(text.slice(start, end < 0 ? undefined : end)) ?? [];
    if (marks !== '' && marks.length < depth) {
      depth = marks.length;
      found.push(words);
    }
    if (start === 0) break;
    at = start - 1;
  }
  return found;
}

/** Where an objective stands: the words that name its team or trade, nearest first, and the team that they name. */
export interface Place {
  readonly words: readonly string[];
  readonly team?: TeamId;
}

const places = new Notes<OkrDocument, Map<number, Place>>();

/**
 * The team that the front matter's `team:` names, else the headings above, else the file's path; with the words that
 * may tell it. `objective` is where its chunk begins and its span in it.
 */
export function placeOf(
  document: OkrDocument,
  path: string | undefined,
  language: Language,
  objective?: LocatedObjective,
): Place {
  const at = objective ? objective.offset + objective.item.span.start : -1;
  const known = places.get(document) ?? new Map<number, Place>();
  places.set(document, known);
  let place = known.get(at);
  if (!place) {
    const own = objective && fieldValue(objective.item, 'team');
    const named = document.frontMatter?.values.get('team')?.text;
    const words = [
      ...(own === undefined ? [] : [own]),
      ...(named === undefined ? [] : [named]),
      ...(at < 0 ? [] : headingsAbove(document.text, at)),
      ...(path === undefined ? [] : [fileName(path)]),
    ];
    const team = words.map((each) => detectTeam(each, language)).find((found) => found !== undefined);
    place = { words, ...(team && { team }) };
    known.set(at, place);
  }
  return place;
}

/** The team of a document as a whole, where its front matter or its path tells. */
export function teamOf(
  document: OkrDocument,
  path: string | undefined,
  language: Language,
): TeamId | undefined {
  return placeOf(document, path, language).team;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/[-_.]+/g, ' ');
}
