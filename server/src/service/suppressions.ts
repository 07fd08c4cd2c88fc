/**
 * Takes away what the document's own comments silence, and reports comments that silence nothing.
 * `<!-- okrlint-disable-next-line kr-activity: reason -->`, `-disable-line`, `-disable` … `-enable`, `-disable-file`.
 */
import type { Chunk, Directive, OkrDocument } from '../document/model';
import { ruleOf } from '../rules';
import type { Finding, RuleId, SeverityOf } from '../rules/rule';
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

/** Whether a document has comments that may silence anything. */
export function hasDirectives({ chunks }: OkrDocument): boolean {
  return chunks.contents.some(({ directives }) => directives.length > 0);
}

function directivesOf(document: OkrDocument): readonly LocatedDirective[] {
  const found: LocatedDirective[] = [];
  for (const { start, content } of document.chunks)
    for (const directive of content.directives) found.push({ directive, offset: start });
  return found;
}

/** The item that begins on `line`, as a stretch of the document. */
function itemOnLine(document: OkrDocument, line: number): Span | undefined {
  const { start: from } = lineSpan(document, line);
  const to =
    line + 1 < document.lines.lineCount ? document.lines.lineStart(line + 1) : Number.POSITIVE_INFINITY;
  for (let n = document.chunks.indexAt(from); n < document.chunks.length; n++) {
    const { start, content } = document.chunks.at(n) as Chunk;
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
  return document.slice(start, end).trim();
}

/**
 * The line that "next line" means: the next one that is neither blank nor a comment alone, because Markdown often
 * needs a blank line after a comment and directives may be stacked. `known` holds the answers for lines further down,
 * so that a high stack is walked once.
 */
function nextContentLine(document: OkrDocument, line: number, known: Map<number, number>): number {
  let next = line + 1;
  while (next < document.lines.lineCount - 1) {
    const further = known.get(next);
    if (further !== undefined) {
      next = further;
      break;
    }
    const text = lineText(document, next);
    if (text !== '' && !(text.startsWith('<!--') && text.endsWith('-->'))) break;
    next++;
  }
  known.set(line, next);
  return next;
}

/** The stretch that a directive is about, to the document's end for an open block. */
function rangeOf(
  document: OkrDocument,
  { directive, offset }: LocatedDirective,
  nextLines: Map<number, number>,
): Span {
  const place = shift(directive.span, offset);
  const everything = { start: 0, end: document.text.length };
  if (directive.action === 'disable-file') return everything;
  if (directive.action === 'disable') return { start: place.start, end: document.text.length };
  const own = document.lines.positionAt(place.end).line;
  const line = directive.action === 'disable-line' ? own : nextContentLine(document, own, nextLines);
  return itemOnLine(document, line) ?? lineSpan(document, line);
}

/** The stretches of all directives, found from the last to the first. */
function rangesOf(document: OkrDocument, directives: readonly LocatedDirective[]): Span[] {
  const nextLines = new Map<number, number>();
  return directives
    .map((_, n) => directives.length - 1 - n)
    .map((n) => rangeOf(document, directives[n] as LocatedDirective, nextLines))
    .reverse();
}

function madeBy({ directive, offset }: LocatedDirective, range: Span): Suppression[] {
  if (directive.rules.length === 0)
    return [{ rule: undefined, range, place: shift(directive.span, offset), used: false }];
  return directive.rules.map(({ id, span }) => ({
    rule: id,
    range,
    place: shift(span, offset),
    used: false,
  }));
}

/** Blocks that are open, by the rule that they silence. */
class OpenBlocks {
  readonly #byRule = new Map<RuleId | undefined, Suppression[]>();

  add(suppression: Suppression): void {
    const group = this.#byRule.get(suppression.rule);
    if (group) group.push(suppression);
    else this.#byRule.set(suppression.rule, [suppression]);
  }

  /** Ends the blocks of these rules at `end`, or all blocks. */
  close(rules: readonly RuleId[], end: number): void {
    for (const rule of rules.length > 0 ? rules : [...this.#byRule.keys()]) {
      for (const suppression of this.#byRule.get(rule) ?? [])
        suppression.range = { ...suppression.range, end };
      this.#byRule.delete(rule);
    }
  }
}

/** All suppressions of the document; an `enable` ends the open blocks that it names (all of them where it names none). */
function suppressionsOf(document: OkrDocument, directives: readonly LocatedDirective[]): Suppression[] {
  const ranges = rangesOf(document, directives);
  const all: Suppression[] = [];
  const open = new OpenBlocks();
  directives.forEach((located, n) => {
    const { directive, offset } = located;
    if (directive.action === 'enable') {
      const named = directive.rules.map(({ id }) => id);
      open.close(named, directive.span.start + offset);
      return;
    }
    for (const suppression of madeBy(located, ranges[n] as Span)) {
      all.push(suppression);
      if (directive.action === 'disable') open.add(suppression);
    }
  });
  return all;
}

/** Suppressions of one rule, or of all rules, that have begun. */
interface Begun {
  /** How far those reach that are known to be of use. */
  reach: number;
  unused: Suppression[];
}

function silencesAt(begun: Begun | undefined, at: number): boolean {
  if (!begun) return false;
  const open = begun.unused.filter(({ range }) => range.end >= at);
  for (const suppression of open) {
    suppression.used = true;
    begun.reach = Math.max(begun.reach, suppression.range.end);
  }
  // Those that ended before stay unused, the others are known now: none has to be looked at again.
  begun.unused = [];
  return begun.reach >= at;
}

/**
 * The findings that no suppression silences; marks those that silence one as used. One pass over both in document
 * order: a file of nothing but directives must not cost their number times that of the findings.
 */
function withoutSilenced(findings: readonly Finding[], suppressions: readonly Suppression[]): Finding[] {
  const byStart = [...suppressions].sort((a, b) => a.range.start - b.range.start);
  const begun = new Map<RuleId | undefined, Begun>();
  let next = 0;
  return findings.filter(({ ruleId, span }) => {
    for (let one = byStart[next]; one && one.range.start <= span.start; one = byStart[++next]) {
      const group = begun.get(one.rule) ?? { reach: -1, unused: [] };
      group.unused.push(one);
      begun.set(one.rule, group);
    }
    const byAll = silencesAt(begun.get(undefined), span.start);
    return !silencesAt(begun.get(ruleId), span.start) && !byAll;
  });
}

function uselessness(
  { rule, place, used }: Suppression,
  severityOf: SeverityOf,
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
  severityOf: SeverityOf,
): readonly Finding[] {
  const directives = directivesOf(document);
  if (directives.length === 0) return findings;
  const suppressions = suppressionsOf(document, directives);
  const kept = withoutSilenced(findings, suppressions);
  const severity = severityOf(THIS_RULE);
  if (severity === 'off') return kept;
  const useless = suppressions.flatMap((suppression) => uselessness(suppression, severityOf) ?? []);
  if (useless.length === 0) return kept;
  return [...kept, ...useless.map((finding) => ({ ...finding, severity }))].sort(
    (a, b) => a.span.start - b.span.start,
  );
}
