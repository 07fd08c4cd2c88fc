import type { Directive } from './model';

const OPEN = '<!--';
const CLOSE = '-->';
const ACTION = /^\s*okrlint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/;
const RULE = /[A-Za-z][\w-]*/g;

/** Reads what stands between `<!--` and `-->`; `start` is where `<!--` begins. */
function readComment(content: string, start: number): Directive | undefined {
  const action = ACTION.exec(content);
  if (!action) return undefined;
  const listAt = action[0].length;
  const colon = content.indexOf(':', listAt);
  const list = colon < 0 ? content.slice(listAt) : content.slice(listAt, colon);
  const reason = colon < 0 ? '' : content.slice(colon + 1).trim();
  const listStart = start + OPEN.length + listAt;
  return {
    action: action[1] as Directive['action'],
    rules: Array.from(list.matchAll(RULE), ({ 0: id, index }) => ({
      id,
      span: { start: listStart + index, end: listStart + index + id.length },
    })),
    ...(reason !== '' && { reason }),
    span: { start, end: start + OPEN.length + content.length + CLOSE.length },
  };
}

/**
 * Suppression comments in a piece of HTML: `<!-- okrlint-disable-next-line kr-activity, to-or-by: reason -->`.
 * @param offset where `html` begins; added to all spans.
 */
export function readDirectives(html: string, offset: number): Directive[] {
  const found: Directive[] = [];
  if (!html.includes('okrlint-')) return found;
  for (let start = html.indexOf(OPEN); start >= 0; ) {
    const end = html.indexOf(CLOSE, start + OPEN.length);
    if (end < 0) break;
    const directive = readComment(html.slice(start + OPEN.length, end), offset + start);
    if (directive) found.push(directive);
    start = html.indexOf(OPEN, end);
  }
  return found;
}
