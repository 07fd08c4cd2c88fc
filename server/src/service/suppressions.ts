/** Comments that silence findings (`<!-- okrlint-disable-next-line RULE: reason -->`) and reports of useless ones. */
import type { Directive, OkrDocument } from '../document/model';
import { RULES } from '../rules';
import type { RuleId, SeveritySetting } from '../rules/rule';
import type { Language } from '../text/language';
import { type Span, shift } from '../text/span';
import type { PlacedFinding } from './diagnose';

/** The rule under which a suppression that silences nothing is reported. */
const UNUSED: RuleId = 'unused-suppression';

/** One rule named by a directive (or all rules) with the stretch of text in which it is silent. */
interface Suppression {
  readonly rule: RuleId | undefined;
  /** Place to report: the rule's name in the comment, or the comment. */
  readonly place: Span;
  readonly from: number;
  /** Exclusive; open-ended blocks reach to the end of the text. */
  to: number;
  used: boolean;
}

/** Leaves out what comments silence, and adds a finding for every suppression that silenced nothing. */
export function applySuppressions(
  document: OkrDocument,
  findings: readonly PlacedFinding[],
  severityOf: (id: RuleId) => SeveritySetting,
  language: Language,
): readonly PlacedFinding[] {
  const suppressions = collect(document);
  if (suppressions.length === 0) return findings;
  const kept = findings.filter((finding) => {
    const { start } = finding.span;
    const by = suppressions.filter(
      ({ rule, from, to }) => from <= start && start < to && (rule === undefined || rule === finding.ruleId),
    );
    for (const suppression of by) suppression.used = true;
    return by.length === 0;
  });
  const severity = severityOf(UNUSED);
  if (severity === 'off') return kept;
  const known = new Set(RULES.map(({ id }) => id));
  for (const { rule, place, used } of suppressions)
    if (!used)
      kept.push({
        ruleId: UNUSED,
        severity,
        span: place,
        language,
        ...(rule === undefined
          ? { variant: 'all' }
          : { ...(known.has(rule) ? {} : { variant: 'unknown' }), params: { rule } }),
      });
  return kept.sort((a, b) => a.span.start - b.span.start);
}

function collect(document: OkrDocument): Suppression[] {
  const found: Suppression[] = [];
  for (const { start, content } of document.chunks)
    for (const directive of content.directives) add(found, directive, start, document);
  return found;
}

function add(found: Suppression[], directive: Directive, offset: number, document: OkrDocument): void {
  const whole = shift(directive.span, offset);
  if (directive.action === 'enable') {
    close(found, directive, whole.start);
    return;
  }
  const { from, to } = reach(directive, whole, document);
  const named: readonly { id?: string; span: Span }[] =
    directive.rules.length > 0 ? directive.rules : [{ span: directive.span }];
  for (const { id, span } of named)
    found.push({ rule: id, place: shift(span, offset), from, to, used: false });
}

/** `enable` ends the open blocks of the rules it names, or all open blocks. */
function close(found: Suppression[], directive: Directive, at: number): void {
  const named = new Set(directive.rules.map(({ id }) => id));
  for (const suppression of found) {
    const meant = named.size === 0 || (suppression.rule !== undefined && named.has(suppression.rule));
    if (meant && suppression.to === Number.POSITIVE_INFINITY && suppression.from > 0) suppression.to = at;
  }
}

function reach(directive: Directive, whole: Span, document: OkrDocument): { from: number; to: number } {
  const { lines } = document;
  const line = lines.positionAt(whole.start).line;
  const last = lines.positionAt(whole.end).line;
  const lineEnd = (n: number) =>
    n + 1 < lines.lineCount ? lines.lineStart(n + 1) : document.text.length + 1;
  switch (directive.action) {
    case 'disable-file':
      return { from: 0, to: Number.POSITIVE_INFINITY };
    case 'disable-line':
      return { from: lines.lineStart(line), to: lineEnd(last) };
    case 'disable-next-line':
      return { from: lineEnd(last), to: lineEnd(nextLineWithText(document, last + 1)) };
    default:
      return { from: whole.end, to: Number.POSITIVE_INFINITY };
  }
}

/** A comment inside a list is often followed by an empty line; the next line is the next one with words on it. */
function nextLineWithText(document: OkrDocument, line: number): number {
  const { lines, text } = document;
  let n = line;
  while (n + 1 < lines.lineCount && text.slice(lines.lineStart(n), lines.lineStart(n + 1)).trim() === '') n++;
  return n;
}
