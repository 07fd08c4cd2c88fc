/** What a document says about itself as a whole: its language, its team, its owner and its cycle. */
import type { OkrDocument } from '../document/model';
import { documentLanguage } from '../statement';
import { detectTeam } from '../teams';
import type { TeamId } from '../teams/knowledge';
import { LANGUAGES, type Language } from '../text/language';

/** Statements that are looked at to tell a document's language: enough to be sure, few enough to be free. */
const LANGUAGE_SAMPLE = 200;

/** The language that the front matter names, else the one that most of the first statements are written in. */
export function languageOf(document: OkrDocument): Language {
  const named = document.frontMatter?.values.get('lang')?.text.trim().toLowerCase();
  const known = LANGUAGES.find((language) => language === named);
  return known ?? documentLanguage(sampleStatements(document));
}

function* sampleStatements(document: OkrDocument): Generator<string> {
  let taken = 0;
  for (const chunk of document.chunks)
    for (const item of chunk.content.items) {
      yield item.statement.text;
      if (++taken >= LANGUAGE_SAMPLE) return;
    }
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
