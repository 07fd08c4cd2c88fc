/** Where HTML blocks begin and end in CommonMark, because nothing inside them is Markdown. */
import type { Span } from '../text/span';
import { type Line, SPACE, TAB } from './lines';

/** 1-5 end at a closing sign, 6 and 7 at a blank line. */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const RAW = /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i;
const BLOCK =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i;
/** A whole tag alone on its line; attributes are looked at roughly, as a wrong guess only costs a cut. */
const ALONE = /^<(?:[A-Za-z][A-Za-z\d-]*(?:\s[^<>]*)?\/?|\/[A-Za-z][A-Za-z\d-]*\s*)>\s*$/;
const END: Readonly<Record<1 | 2 | 3 | 4 | 5, RegExp>> = {
  1: /<\/(?:script|pre|style|textarea)>/i,
  2: /-->/,
  3: /\?>/,
  4: />/,
  5: /\]\]>/,
};

/** The kind of HTML block that the line would open. */
export function htmlKindOf(text: string, line: Line): HtmlKind | undefined {
  if (text.charCodeAt(line.first) !== 60) return undefined;
  const rest = text.slice(line.first, line.end);
  if (rest.startsWith('<!--')) return 2;
  if (rest.startsWith('<?')) return 3;
  if (rest.startsWith('<![CDATA[')) return 5;
  if (/^<![A-Za-z]/.test(rest)) return 4;
  if (RAW.test(rest)) return 1;
  if (BLOCK.test(rest)) return 6;
  return ALONE.test(rest) ? 7 : undefined;
}

/** Whether a block of this kind ends with this line; its first line is `opening`. */
export function endsHtml(text: string, line: Line, kind: HtmlKind, opening: boolean): boolean {
  if (kind >= 6) return line.blank;
  const from = opening && kind === 2 ? line.first + 2 : line.first;
  return END[kind as 1 | 2 | 3 | 4 | 5].test(text.slice(from, line.end));
}

export const isSpace = (code: number) => code === SPACE || code === TAB;

/** Where the title of `<details>` stands in a line or a piece of HTML; undefined where there is none, or of several lines. */
export function summaryIn(html: string): Span | undefined {
  const open = html.indexOf('<summary');
  const start = open < 0 ? -1 : html.indexOf('>', open) + 1;
  const end = start > 0 ? html.indexOf('</summary>', start) : -1;
  return end < 0 || /[\r\n]/.test(html.slice(start, end)) ? undefined : { start, end };
}
