/** The cycle of a document and of its objectives: front matter, headings, the name of the file. */

import { fieldValue, objectivesOf } from '../document';
import type { FrontMatter, LocatedObjective, OkrDocument } from '../document/model';
import { fieldOf } from '../document/words';
import { Notes } from '../text/notes';
import { cycleOf, type Near, yearAround } from './cycle';
import type { Cycle, FiscalYear } from './model';
import { normal } from './words';

/** So many names are remembered; more than these are no document. */
const MOST_NAMES = 500;
const TOP = 500;
const YEAR = /(?<!\d)(20\d\d)(?!\d)/u;
/** `start: 2026-07-01`, `end_date: "2026-09-30"`. */
const BORDER = /^(?<which>start|end)(?:[_ -]?date)? ?: ?["']?(?<date>20\d\d-\d\d-\d\d)/u;

const named = new Map<string, Cycle | undefined>();

const keyOf = (fiscal: FiscalYear | undefined) => (fiscal ? `${fiscal.firstMonth} ${fiscal.namedAfter}` : '');

/** The same name gives the same object, so that caches can hold on to it. */
function cycleNamed(text: string, near: Near, fiscal: FiscalYear | undefined): Cycle | undefined {
  const key = `${near.year ?? ''} ${near.isFiscal ?? ''} ${keyOf(fiscal)} ${text}`;
  if (!named.has(key)) {
    if (named.size >= MOST_NAMES) named.clear();
    named.set(key, cycleOf(text, near, fiscal));
  }
  return named.get(key);
}

const ofFrontMatter = new Notes<FrontMatter, { readonly key: string; readonly cycle: Cycle | undefined }>();

/** The entry of the front matter that names the cycle (`cycle:`, `quarter:`, `chu kỳ:`), where there is one. */
export function cycleEntry(frontMatter: FrontMatter | undefined) {
  if (!frontMatter) return undefined;
  for (const [key, value] of frontMatter.values) if (fieldOf(normal(key)) === 'cycle') return value;
  return undefined;
}

/** `cycle: 2026-Q3`, `cycle: {start: .., end: ..}`, the same in lines of their own, `start_date:` with `end_date:`. */
function readFrontMatter(
  { text }: OkrDocument,
  frontMatter: FrontMatter,
  fiscal: FiscalYear | undefined,
): Cycle | undefined {
  const written = cycleEntry(frontMatter)?.text.replace(/^["']|["']$/gu, '') ?? '';
  const own = written === '' ? undefined : cycleOf(written, {}, fiscal);
  if (own) return own;
  const block = text.slice(frontMatter.span.start, frontMatter.span.end);
  const dates = new Map<string, string>();
  for (const part of block.split(/[\n\r,{}]/u)) {
    const { which, date } = BORDER.exec(part.trim())?.groups ?? {};
    if (which && date && !dates.has(which)) dates.set(which, date);
  }
  const start = dates.get('start');
  const end = dates.get('end');
  return start && end ? cycleOf(`${start} – ${end}`) : undefined;
}

/** The cycle that the front matter names. */
export function frontMatterCycle(document: OkrDocument, fiscal?: FiscalYear): Cycle | undefined {
  const { frontMatter } = document;
  if (!frontMatter) return undefined;
  let known = ofFrontMatter.get(frontMatter);
  const key = keyOf(fiscal);
  if (known?.key !== key) {
    known = { key, cycle: readFrontMatter(document, frontMatter, fiscal) };
    ofFrontMatter.set(frontMatter, known);
  }
  return known.cycle;
}

/** `okrs/2026/q3.okr.md`, `2026-Q3 Sales.md`. */
function pathCycle(path: string | undefined, fiscal: FiscalYear | undefined): Cycle | undefined {
  if (path === undefined) return undefined;
  const [file = '', folder = ''] = path.split('/').reverse();
  const year = YEAR.exec(folder)?.[1];
  return cycleNamed(file.replace(/[_.]+/gu, ' '), year === undefined ? {} : { year: Number(year) }, fiscal);
}

const years = new Notes<OkrDocument, { readonly key: string; readonly near: Near }>();

/** The year that the first heading names. */
function titleYear(top: string, fiscal: FiscalYear | undefined): Near {
  const title = top.split(/[\n\r]/u).find((line) => line.startsWith('#'));
  if (!title) return {};
  const cycle = fiscal && cycleOf(title, {}, fiscal);
  if (cycle?.fiscal) return yearAround(cycle);
  const year = YEAR.exec(title)?.[1];
  return year ? { year: Number(year) } : {};
}

/** The year for headings that name none (`## Q3`). */
function yearOfDocument(
  document: OkrDocument,
  path: string | undefined,
  fiscal: FiscalYear | undefined,
): Near {
  const key = `${keyOf(fiscal)} ${path}`;
  let known = years.get(document);
  if (known?.key !== key) {
    const cycle = frontMatterCycle(document, fiscal) ?? pathCycle(path, fiscal);
    known = { key, near: cycle ? yearAround(cycle) : titleYear(document.slice(0, TOP), fiscal) };
    years.set(document, known);
  }
  return known.near;
}

function contains(outer: Cycle, inner: Cycle): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The cycle of an objective as its own field or the heading above it says. */
function ownCycle(
  document: OkrDocument,
  objective: LocatedObjective,
  path: string | undefined,
  fiscal: FiscalYear | undefined,
) {
  const field = fieldValue(objective.item, 'cycle');
  const text = field ?? objective.period;
  return text === undefined ? undefined : cycleNamed(text, yearOfDocument(document, path, fiscal), fiscal);
}

/**
 * The cycle of an objective, or of the document where none is given: what stands nearest counts, unless what stands
 * further away is a part of it (a title "OKRs 2026" above a front matter that says Q3).
 * @param path of the file, whose name may tell
 * @param fiscal when fiscal years begin, where that is known
 */
export function cycleOfDocument(
  document: OkrDocument,
  objective?: LocatedObjective,
  path?: string,
  fiscal?: FiscalYear,
): Cycle | undefined {
  const whole = frontMatterCycle(document, fiscal) ?? pathCycle(path, fiscal);
  const near = objective ? ownCycle(document, objective, path, fiscal) : commonCycle(document, path, fiscal);
  if (!near || !whole) return near ?? whole;
  return objective && !contains(near, whole) ? near : whole;
}

/** Without front matter: what the first objective says, if nothing contradicts it. */
function commonCycle(
  document: OkrDocument,
  path: string | undefined,
  fiscal: FiscalYear | undefined,
): Cycle | undefined {
  const { unmoved } = objectivesOf(document);
  const [first] = unmoved;
  const cycle = first && ownCycle(document, first, path, fiscal);
  return cycle && unmoved.every(({ period }) => period === first?.period) ? cycle : undefined;
}
