/**
 * Takes away what the document's own comments silence, and reports comments that silence nothing.
 * `<!-- okrlint-disable-next-line kr-activity: reason -->`, `-disable-line`, `-disable` … `-enable`, `-disable-file`.
 */
import type { Directive, OkrDocument } from '../document/model';
import { ruleOf } from '../rules';
import type { Finding, RuleId, SeveritySetting } from '../rules/rule';
import type { Span } from '../text/span';
import { shift } from '../text/span';

const THIS_RULE = 'unused-suppression';

/** One rule that a directive silences, or all of them, over a stretch of the document. */
interface Suppression {
  readonly rule: RuleId | undefined;
  /** Where its findings begin; `end` is included, as an empty finding may stand at the very end. */
  range: Span;
  /** What to underline when it is of no use: the rule's id, or the whole directive. */
  readonly place: Span;
  used: boolean;
}

interface LocatedDirective {
  readonly directive: Directive;
  readonly offset: number;
}

function directivesOf(document: OkrDocument): readonly LocatedDirective[] {
  const found: LocatedDirective[] = [];
  for (const { start, content } of document.chunks)
    for (const directive of content.directives) found.push({ directive, offset: start });
  return found;
}

/** The item that begins on `line`, as a stretch of the document. */
function itemOnLine(document: OkrDocument, line: number): Span | undefined {
  const from = document.lines.lineStart(line);
  const to =
    line + 1 < document.lines.lineCount ? document.lines.lineStart(line + 1) : Number.POSITIVE_INFINITY;
  for (const { start, content } of document.chunks) {
    if (start + content.length <= from) continue;
    if (start >= to) break;
    for (const item of content.items) {
      const span = shift(item.span, start);
      if (span.start >= from && span.start < to) return span;
    }
  }
  return undefined;
}

function lineSpan(document: OkrDocument, line: number): Span {
  const start = document.lines.lineStart(line);
  const end =
    line + 1 < document.lines.lineCount ? document.lines.lineStart(line + 1) - 1 : document.text.length;
  return { start, end };
}

function lineText(document: OkrDocument, line: number): string {
  const { start, end } = lineSpan(document, line);
  return document.text.slice(start, end).trim();
}

/**
 * The line that "next line" means: the next one that is neither blank nor a comment alone, because Markdown often
 * needs a blank line after a comment and directives may be stacked.
 */
function nextContentLine(document: OkrDocument, line: number): number {
  let next = line + 1;
  while (next < document.lines.lineCount - 1) {
    const text = lineText(document, next);
    if (text !== '' && !(text.startsWith('<!--') && text.endsWith('-->'))) break;
    next++;
  }
  return next;
}

/** The stretch that a directive is about, to the document's end for an open block. */
function rangeOf(document: OkrDocument, { directive, offset }: LocatedDirective): Span {
  const place = shift(directive.span, offset);
  const everything = { start: 0, end: document.text.length };
  if (directive.action === 'disable-file') return everything;
  if (directive.action === 'disable') return { start: place.start, end: document.text.length };
  const own = document.lines.positionAt(place.end).line;
  const line = directive.action === 'disable-line' ? own : nextContentLine(document, own);
  return itemOnLine(document, line) ?? lineSpan(document, line);
}

/** All suppressions of the document; an `enable` ends the open blocks that it names (all of them where it names none). */
function suppressionsOf(document: OkrDocument, directives: readonly LocatedDirective[]): Suppression[] {
  const all: Suppression[] = [];
  let open: Suppression[] = [];
  for (const located of directives) {
    const { directive, offset } = located;
    const place = shift(directive.span, offset);
    if (directive.action === 'enable') {
      const ids = new Set(directive.rules.map(({ id }) => id));
      const ends = ({ rule }: Suppression) => ids.size === 0 || (rule !== undefined && ids.has(rule));
      for (const suppression of open.filter(ends))
        suppression.range = { ...suppression.range, end: place.start };
      open = open.filter((suppression) => !ends(suppression));
      continue;
    }
    const range = rangeOf(document, located);
    const made: Suppression[] =
      directive.rules.length === 0
        ? [{ rule: undefined, range, place, used: false }]
        : directive.rules.map(({ id, span }) => ({
            rule: id,
            range,
            place: shift(span, offset),
            used: false,
          }));
    all.push(...made);
    if (directive.action === 'disable') open.push(...made);
  }
  return all;
}

function silences({ rule, range }: Suppression, { ruleId, span }: Finding): boolean {
  return (rule === undefined || rule === ruleId) && range.start <= span.start && span.start <= range.end;
}

function uselessness(
  { rule, place, used }: Suppression,
  severityOf: (id: RuleId) => SeveritySetting,
): Omit<Finding, 'severity'> | undefined {
  if (rule === undefined) return used ? undefined : { ruleId: THIS_RULE, span: place, variant: 'all' };
  const params = { rule };
  if (!ruleOf(rule)) return { ruleId: THIS_RULE, span: place, variant: 'unknown', params };
  // A rule that is switched off now may be on in another profile, for which the comment was written.
  return used || severityOf(rule) === 'off' ? undefined : { ruleId: THIS_RULE, span: place, params };
}

/**
 * The findings that remain once the document's directives have had their say, with `unused-suppression` for those
 * that are of no use. Spans, in and out, are absolute. Without directives it returns `findings` as they are.
 */
export function suppress(
  document: OkrDocument,
  findings: readonly Finding[],
  severityOf: (id: RuleId) => SeveritySetting,
): readonly Finding[] {
  const directives = directivesOf(document);
  if (directives.length === 0) return findings;
  const suppressions = suppressionsOf(document, directives);
  const kept = findings.filter((finding) => {
    const silencing = suppressions.filter((suppression) => silences(suppression, finding));
    for (const suppression of silencing) suppression.used = true;
    return silencing.length === 0;
  });
  const severity = severityOf(THIS_RULE);
  if (severity === 'off') return kept;
  const useless = suppressions.flatMap((suppression) => uselessness(suppression, severityOf) ?? []);
  return [...kept, ...useless.map((finding) => ({ ...finding, severity }))].sort(
    (a, b) => a.span.start - b.span.start,
  );
}
