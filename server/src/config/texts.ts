import { fill } from '../explain';
import type { Language } from '../text/language';
import { createLineIndex } from '../text/lines';
import en from './en.generated.json';
import type { Complaint, ConfigProblem, Position } from './model';
import vi from './vi.generated.json';

type Texts = typeof en;
const TEXTS: Readonly<Record<Language, Texts>> = { en, vi };

/** Complaints about the file `uri` with that `text`, in the reader's language, with lines and columns. */
export function problemsOf(
  uri: string,
  text: string,
  complaints: readonly Complaint[],
  language: Language,
): ConfigProblem[] {
  if (complaints.length === 0) return [];
  const lines = createLineIndex(text);
  const position = (offset: number): Position => {
    const { line, column } = lines.positionAt(offset);
    return { line, character: column };
  };
  return complaints.map(({ code, span, params, warning }) => ({
    uri,
    code,
    severity: warning ? 'warning' : 'error',
    message: fill(problemText(code, language), params),
    start: position(span.start),
    end: position(span.end),
  }));
}

function problemText(code: string, language: Language): string {
  const problems: Readonly<Record<string, string>> = TEXTS[language].problems;
  return problems[code] ?? code;
}

/** Parts of messages in a language. */
export interface Words {
  readonly none: string;
  /** " Did you mean …?", or nothing. */
  hint(name: string | undefined): string;
  /** What a schema's `type` asks for. */
  type(types: unknown): string;
}

export function wordsFor(language: Language): Words {
  const { hint, none, types } = TEXTS[language];
  const byType: Readonly<Record<string, string>> = types;
  return {
    none,
    hint: (name) => (name === undefined ? '' : fill(hint, { name })),
    type: (wanted) => byType[String(wanted)] ?? String(wanted),
  };
}
