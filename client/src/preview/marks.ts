/** The marks behind a key result or objective in the Markdown preview, as HTML. Everything from outside is escaped. */

import type { Goal, Result } from '../scorecard/model';
import type { ScorecardTexts } from '../texts/scorecard';

const WIDTH = 100;

export function marksOf(item: Goal | Result, texts: ScorecardTexts, language: string): string {
  const marks = 'verdict' in item ? resultMarks(item, texts, language) : goalMarks(item, texts, language);
  return marks.length === 0 ? '' : ` <span class="okrlint-marks">${marks.join(' ')}</span>`;
}

function resultMarks(result: Result, texts: ScorecardTexts, language: string): string[] {
  const { verdict, progress, pace, elapsed, problem } = result;
  return [
    badge(verdict, texts.verdictNames[verdict], problem),
    ...(progress === undefined ? [] : [bar(progress, pace ?? 'plain', elapsed, texts, language)]),
    ...(pace === undefined ? [] : [badge(pace, texts.paceNames[pace])]),
  ];
}

function goalMarks({ progress, pace }: Goal, texts: ScorecardTexts, language: string): string[] {
  return progress === undefined ? [] : [bar(progress, pace ?? 'plain', undefined, texts, language)];
}

function badge(kind: string, name: string, title?: string): string {
  const hint = title === undefined ? '' : ` title="${escaped(title)}"`;
  return `<span class="okrlint-badge okrlint-${escaped(kind)}"${hint}>${escaped(name)}</span>`;
}

/** No style attributes: the strictest policy of the preview forbids none of this. */
function bar(
  share: number,
  kind: string,
  elapsed: number | undefined,
  texts: ScorecardTexts,
  language: string,
): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const percent = format.format(share);
  const words = [
    texts.progressOf(percent),
    ...(elapsed === undefined ? [] : [texts.expected(format.format(elapsed))]),
  ];
  const label = escaped(words.join(', '));
  const width = (part: number, most = WIDTH) => Math.round(Math.min(1, Math.max(0, part)) * most);
  const tick =
    elapsed === undefined
      ? ''
      : `<rect class="okrlint-tick" x="${width(elapsed, WIDTH - 2)}" width="2" height="8"/>`;
  return (
    `<svg class="okrlint-bar okrlint-${escaped(kind)}" viewBox="0 0 ${WIDTH} 8" width="${WIDTH}" height="8" role="img" aria-label="${label}">` +
    `<title>${label}</title><rect class="okrlint-track" width="${WIDTH}" height="8"/>` +
    `<rect class="okrlint-fill" width="${width(share)}" height="8"/>${tick}</svg>` +
    ` <span class="okrlint-percent">${escaped(percent)}</span>`
  );
}

/** A block of attributes in a text, with what it says. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly values: readonly string[];
}

// The same signs as the reader of documents takes for a block.
const BLOCK = /(?<!\{)\{(?<content>[^{}]{1,1000})\}(?!\})/u;
const ATTRIBUTE =
  /^\s*(?:#[\p{L}\d][^\s{}]*|\^(?<parent>[\p{L}\d][^\s{}]*)|(?<key>[\p{L}_-]+)=(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]+)))(?=\s|$)/u;
/** They need no name beside them. */
const PLAIN: ReadonlySet<string> = new Set(['owner', 'status', 'team', 'labels', 'cycle']);

/** `{#o1 ^company/o2 owner=@linh due=2026-09-30}` in a text, if it holds nothing but attributes. */
export function blockIn(text: string): Block | undefined {
  const match = BLOCK.exec(text);
  let rest = match?.groups?.content ?? '';
  if (rest.trim() === '') return undefined;
  const values: string[] = [];
  while (rest.trim() !== '') {
    const attribute = ATTRIBUTE.exec(rest);
    if (!attribute) return undefined;
    const { parent, key, quoted, plain = '' } = attribute.groups ?? {};
    if (parent) values.push(`↗ ${parent}`);
    if (key) values.push(`${PLAIN.has(key) ? '' : `${key} `}${quoted ?? plain}`);
    rest = rest.slice(attribute[0].length);
  }
  return match ? { start: match.index, end: match.index + match[0].length, values } : undefined;
}

export function chipsOf({ values }: Block): string {
  return values.map((value) => ` <span class="okrlint-chip">${escaped(value)}</span>`).join('');
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
