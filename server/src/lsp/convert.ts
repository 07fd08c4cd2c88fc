/** Service values as protocol values. */
import { DiagnosticSeverity, type Position, type Range } from 'vscode-languageserver';
import type { OkrDocument, Severity, Span, TemplatePart } from '../service';

/** Offset as line and UTF-16 character, both from 0. */
export function toPosition(document: OkrDocument, offset: number): Position {
  const { line, column } = document.lines.positionAt(offset);
  return { line, character: column };
}

/** Whether an offset stands at a position, without looking for its line. */
export function isAt({ lines }: OkrDocument, offset: number, { line, character }: Position): boolean {
  if (lines.lineStart(line) + character !== offset) return false;
  return line + 1 < lines.lineCount ? offset < lines.lineStart(line + 1) : line < lines.lineCount;
}

export function toRange(document: OkrDocument, span: Span): Range {
  return { start: toPosition(document, span.start), end: toPosition(document, span.end) };
}

/** Positions beyond a line or the text are taken as its end, as the protocol asks. */
export function toOffset({ lines, text }: OkrDocument, { line, character }: Position): number {
  if (line >= lines.lineCount) return text.length;
  const start = lines.lineStart(line);
  const next = line + 1 < lines.lineCount ? lines.lineStart(line + 1) : text.length;
  return Math.min(start + Math.max(0, character), Math.max(start, next));
}

export function toSpan(document: OkrDocument, range: Range): Span {
  const start = toOffset(document, range.start);
  return { start, end: Math.max(start, toOffset(document, range.end)) };
}

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return SEVERITY[severity];
}

/**
 * Template parts in snippet syntax: placeholders become tab stops, everything else is literal. A stop holds `‹name›`,
 * so that one that was passed over still shows that something is missing.
 */
export function toSnippet(parts: readonly TemplatePart[]): string {
  let stop = 0;
  const literal = (text: string) => text.replace(/[\\$}]/g, '\\$&');
  return parts
    .map((part) =>
      typeof part === 'string' ? literal(part) : `\${${++stop}:‹${literal(part.placeholder)}›}`,
    )
    .join('');
}
