/** `okrlint FILES`: findings of every input, in the chosen format. */
import type { SeveritySetting } from '../rules/rule';
import {
  createOkrLanguageService,
  type Diagnosis,
  type DocumentRequest,
  type LintSettings,
  type OkrLanguageService,
  plainText,
} from '../service';
import { type InputResult, isUnreadable } from './inputs';

export interface FileReport {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly errorCount: number;
  readonly warningCount: number;
}

/** One finding as the JSON format shows it; lines and columns from 1, columns in UTF-16 units. */
export interface Message {
  readonly ruleId: string;
  readonly severity: Exclude<SeveritySetting, 'off'>;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly suggestions: readonly { readonly title: string; readonly text: string }[];
}

export interface LintOptions {
  readonly settings: LintSettings;
  /** Report errors and warnings only. */
  readonly quiet: boolean;
  readonly today: string;
}

/** Reports in the order of the inputs; unreadable ones are left to the caller. */
export function lintAll(inputs: readonly InputResult[], options: LintOptions): FileReport[] {
  const service = createOkrLanguageService();
  return inputs.flatMap((input) =>
    isUnreadable(input) ? [] : [lintOne(service, input.name, input, options)],
  );
}

function lintOne(
  service: OkrLanguageService,
  filePath: string,
  { text, path }: { text: string; path: string },
  { settings, quiet, today }: LintOptions,
): FileReport {
  const where = path === '' ? {} : { path };
  const request: DocumentRequest = { document: service.read(text, where), settings, today, ...where };
  const diagnoses = service
    .diagnose(request)
    .filter(({ severity }) => !quiet || severity === 'error' || severity === 'warning');
  const count = (wanted: string) => diagnoses.filter(({ severity }) => severity === wanted).length;
  return {
    filePath,
    messages: diagnoses.map((diagnosis) => toMessage(service, request, diagnosis)),
    errorCount: count('error'),
    warningCount: count('warning'),
  };
}

function toMessage(service: OkrLanguageService, request: DocumentRequest, diagnosis: Diagnosis): Message {
  const { lines } = request.document;
  const start = lines.positionAt(diagnosis.span.start);
  const end = lines.positionAt(diagnosis.span.end);
  const suggestions = service
    .suggestionsFor(request, diagnosis)
    .flatMap(({ title, statement }) => (statement ? [{ title, text: plainText(statement) }] : []));
  return {
    ruleId: diagnosis.ruleId,
    severity: diagnosis.severity,
    message: diagnosis.message,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    suggestions,
  };
}
