/** One text to its report, and to the text that certain fixes make of it. Runs in the main thread or in a worker. */
import {
  type Diagnosis,
  type DocumentRequest,
  type LintSettings,
  type OkrLanguageService,
  overlaps,
  plainText,
  type SuggestedEdit,
} from '../service';
import { type FileReport, type Message, reportOf } from './report';

/** What is asked about a file beside its text. Plain data: it may travel to a worker. */
export interface LintJob {
  /** As shown to the user. */
  readonly name: string;
  /** With `/` as separator, for recognising OKR files by their path; empty for a text without a name. */
  readonly path: string;
  readonly settings: LintSettings;
  /** Whether it holds OKRs, where configuration says so. */
  readonly force?: boolean;
  readonly today: string;
  /** Whether rewrites are wanted with the findings; they cost time. */
  readonly suggestions: boolean;
}

/** The findings of a text. */
export function lintText(service: OkrLanguageService, text: string, job: LintJob): FileReport {
  const request = requestOf(service, text, job);
  const messages = service
    .diagnose(request)
    .map((diagnosis) => toMessage(service, request, diagnosis, job.suggestions));
  return reportOf(job.name, messages);
}

function requestOf(
  service: OkrLanguageService,
  text: string,
  { path, force, settings, today }: LintJob,
): DocumentRequest {
  const where = path === '' ? {} : { path };
  const document = service.read(text, { ...where, ...(force === undefined ? {} : { force }) });
  return { document, settings, today, ...where };
}

function toMessage(
  service: OkrLanguageService,
  request: DocumentRequest,
  diagnosis: Diagnosis,
  withSuggestions: boolean,
): Message {
  const { lines } = request.document;
  const start = lines.positionAt(diagnosis.span.start);
  const end = lines.positionAt(diagnosis.span.end);
  const suggestions = withSuggestions ? service.suggestionsFor(request, diagnosis) : [];
  return {
    ruleId: diagnosis.ruleId,
    severity: diagnosis.severity,
    message: diagnosis.message,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    suggestions: suggestions.flatMap(({ title, statement }) =>
      statement ? [{ title, text: plainText(statement) }] : [],
    ),
  };
}

/** A fix may make another possible, but not without end. */
const MOST_ROUNDS = 10;

/**
 * The text after all fixes that need no thought, round by round until none is left. Everything outside the replaced
 * words stays as it is. Of fixes that overlap only the first is applied in a round.
 */
export function fixText(service: OkrLanguageService, text: string, job: LintJob): string {
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = certainEdits(service, current, job);
    if (edits.length === 0) return current;
    current = applyEdits(current, edits);
  }
  return current;
}

function certainEdits(service: OkrLanguageService, text: string, job: LintJob): SuggestedEdit[] {
  const request = requestOf(service, text, job);
  const edits: SuggestedEdit[] = [];
  for (const { suggestion } of service.suggestions(request, { start: 0, end: text.length })) {
    if (suggestion.kind !== 'certain') continue;
    const free = suggestion.edits.every(({ span }) => edits.every((other) => !collide(other.span, span)));
    const changes = suggestion.edits.some(
      ({ span, parts }) => plainText(parts) !== text.slice(span.start, span.end),
    );
    if (free && changes) edits.push(...suggestion.edits);
  }
  return edits;
}

/** Two insertions at one place also get into each other's way. */
function collide(a: SuggestedEdit['span'], b: SuggestedEdit['span']): boolean {
  return overlaps(a, b) || a.start === b.start;
}

function applyEdits(text: string, edits: readonly SuggestedEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (sum, { span, parts }) => sum.slice(0, span.start) + plainText(parts) + sum.slice(span.end),
      text,
    );
}
