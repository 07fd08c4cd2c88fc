import { foldText } from '../text/fold';
import type { FrontMatter } from './model';
import { fieldOf } from './words';

const OPEN = /^\ufeff?---[ \t]*(?:\r\n|[\r\n])/;
const CLOSE = /(?:^|\r\n|[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/;
const ENTRY = /^(?<key>[\p{L}_][\p{L}\p{N}_ -]*?)[ \t]*:(?:[ \t]+(?<value>.*))?$/u;
/** A block that does not end within so much text is no front matter. */
export const LONGEST_FRONT_MATTER = 16_000;

const NO = /^(?:false|no|off|0)$/i;

/** A value without its comment and the spaces around it. */
function scalarOf(raw: string): string {
  const text = raw.trim();
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, 1);
    if (end > 0) return text.slice(0, end + 1);
  }
  return text.replace(/(?:^|\s)#\s.*$|(?:^|\s)#$/, '').trimEnd();
}

function readEntries(text: string, start: number, end: number): FrontMatter['values'] {
  const values = new Map<string, { text: string; span: { start: number; end: number } }>();
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && text[stop] !== '\n' && text[stop] !== '\r') stop++;
    const match = ENTRY.exec(text.slice(at, stop));
    const key = match?.groups?.key?.toLowerCase();
    if (key !== undefined) {
      const raw = match?.groups?.value ?? '';
      const value = scalarOf(raw);
      const from = value === '' ? stop : stop - raw.length + raw.indexOf(value);
      if (!values.has(key)) values.set(key, { text: value, span: { start: from, end: from + value.length } });
    }
    at = stop + 1;
  }
  return withOwnNames(values);
}

/** Fields of a whole document by the name that everybody asks for, in whatever words they are written: `phụ trách:`. */
function withOwnNames(values: Map<string, { text: string; span: { start: number; end: number } }>) {
  for (const [key, value] of [...values]) {
    const name = fieldOf(foldText(key));
    if ((name === 'owner' || name === 'team') && !values.has(name)) values.set(name, value);
  }
  return values;
}

/**
 * The YAML block at the very start, and the offset behind it. Only plain `key: value` lines of the outermost level are
 * taken apart, as that is all that anybody here needs.
 */
export function readFrontMatter(text: string): { frontMatter: FrontMatter; end: number } | undefined {
  const open = OPEN.exec(text);
  if (!open) return undefined;
  const start = open[0].length;
  const body = text.slice(start, LONGEST_FRONT_MATTER);
  const close = CLOSE.exec(body);
  if (!close) return undefined;
  const bodyEnd = start + close.index;
  let end = start + close.index + close[0].length;
  if (text[end] === '\r' && text[end + 1] === '\n') end += 2;
  else if (end < text.length) end++;
  const values = readEntries(text, start, bodyEnd);
  const okr = values.get('okr');
  return {
    frontMatter: {
      span: { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: start + close.index + close[0].length },
      okr: okr !== undefined && !NO.test(okr.text.replace(/^["']|["']$/g, '')),
      values,
    },
    end,
  };
}
