/** What a document says about itself as a whole: its language, its team, its owner and its cycle. */
import type { ChunkContent, OkrDocument } from '../document/model';
import { languageByVotes, languageVote } from '../statement';
import { detectTeam } from '../teams';
import type { TeamId } from '../teams/knowledge';
import { LANGUAGES, type Language } from '../text/language';

/** UTF-16 units of a statement that vote for its language; a longer text is no surer. */
const VOTING_LENGTH = 500;

const languages = new WeakMap<OkrDocument, Language>();
const votesOfChunks = new WeakMap<ChunkContent, number>();

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

/** Each chunk votes once, however often the rest of the document changes. */
function votesOf(document: OkrDocument): number {
  let sum = 0;
  for (const { content } of document.chunks) {
    let votes = votesOfChunks.get(content);
    if (votes === undefined) {
      votes = content.items.reduce(
        (total, { statement }) => total + languageVote(statement.text.slice(0, VOTING_LENGTH)),
        0,
      );
      votesOfChunks.set(content, votes);
    }
    sum += votes;
  }
  return sum;
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
