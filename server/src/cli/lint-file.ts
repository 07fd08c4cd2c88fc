/** One text to its report, and to the text that certain fixes make of it. Runs in the main thread or in a worker. */
import type { AlignmentContext } from '../alignment';
import { DocumentLinks } from '../alignment/document-links';
import type { OkrDocument, ReadOptions } from '../document/model';
import {
  type Diagnosis,
  type DocumentRequest,
  type LintSettings,
  type OkrLanguageService,
  plainText,
  type SuggestedEdit,
} from '../service';
import { languageOf } from '../service/document-profile';
import { type Unread, unreadBecause } from '../service/unread';
import type { Language } from '../text/language';
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

export interface Linted {
  readonly report: FileReport;
  /** Of the document. */
  readonly language: Language;
  /** It refers to objectives, perhaps of other files. */
  readonly refers: boolean;
}

/** The findings of a text, or why it is not read although it may hold OKRs. */
export function lintText(
  service: OkrLanguageService,
  text: string,
  job: LintJob,
): Linted | { readonly unread: Unread } {
  const document = service.read(text, optionsOf(job));
  const unread = unreadBecause(document, optionsOf(job));
  if (unread) return { unread };
  const links = new DocumentLinks(job.name);
  links.update(document);
  const report = reportOf(job.name, messagesOf(service, document, job));
  return { report, language: languageOf(document), refers: links.hasReferences };
}

/** All findings in a document; those about references only where the other documents are given. */
export function messagesOf(
  service: OkrLanguageService,
  document: OkrDocument,
  job: LintJob,
  alignment?: AlignmentContext,
): Message[] {
  const request = { ...requestOf(document, job), ...(alignment && { alignment }) };
  return service
    .diagnose(request)
    .map((diagnosis) => toMessage(service, request, diagnosis, job.suggestions));
}

function requestOf(document: OkrDocument, { path, settings, today }: LintJob): DocumentRequest {
  return { document, settings, today, ...(path === '' ? {} : { path }) };
}

/** How a job's text is read. */
export function optionsOf({ path, force }: Pick<LintJob, 'path' | 'force'>): ReadOptions {
  return { ...(path === '' ? {} : { path }), ...(force === undefined ? {} : { force }) };
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
  return service
    .certainFixes(requestOf(service.read(text, optionsOf(job)), job))
    .flatMap(({ edits }) => edits);
}

/** Edits that do not overlap, in one go: a large file may have thousands. */
function applyEdits(text: string, edits: readonly SuggestedEdit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { span, parts: written } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(end, span.start), plainText(written));
    end = span.end;
  }
  return parts.join('') + text.slice(end);
}
