/** The cycle of a document and of its objectives: front matter, headings, the name of the file. */
import { objectivesOf } from '../document';
import type { FrontMatter, LocatedObjective, OkrDocument } from '../document/model';
import { fieldOf } from '../document/words';
import { yearOf } from './calendar';
import { cycleOf } from './cycle';
import type { Cycle } from './model';
import { normal } from './words';

/** So many names are remembered; more than these are no document. */
const MOST_NAMES = 500;
const TOP = 500;
const YEAR = /(?<!\d)(20\d\d)(?!\d)/u;
/** `start: 2026-07-01`, `end_date: "2026-09-30"`. */
const BORDER = /^(?<which>start|end)(?:[_ -]?date)? ?: ?["']?(?<date>20\d\d-\d\d-\d\d)/u;

const named = new Map<string, Cycle | undefined>();

/** The same name gives the same object, so that caches can hold on to it. */
function cycleNamed(text: string, year?: number): Cycle | undefined {
  const key = year === undefined ? text : `${year} ${text}`;
  if (!named.has(key)) {
    if (named.size >= MOST_NAMES) named.clear();
    named.set(key, cycleOf(text, year));
  }
  return named.get(key);
}

const ofFrontMatter = new WeakMap<FrontMatter, { readonly cycle: Cycle | undefined }>();

/** The entry of the front matter that names the cycle (`cycle:`, `quarter:`, `chu kỳ:`), where there is one. */
export function cycleEntry(frontMatter: FrontMatter | undefined) {
  if (!frontMatter) return undefined;
  for (const [key, value] of frontMatter.values) if (fieldOf(normal(key)) === 'cycle') return value;
  return undefined;
}

/** `cycle: 2026-Q3`, `cycle: {start: .., end: ..}`, the same in lines of their own, `start_date:` with `end_date:`. */
function readFrontMatter({ text }: OkrDocument, frontMatter: FrontMatter): Cycle | undefined {
  const written = cycleEntry(frontMatter)?.text.replace(/^["']|["']$/gu, '') ?? '';
  const own = written === '' ? undefined : cycleOf(written);
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
export function frontMatterCycle(document: OkrDocument): Cycle | undefined {
  const { frontMatter } = document;
  if (!frontMatter) return undefined;
  let known = ofFrontMatter.get(frontMatter);
  if (!known) {
    known = { cycle: readFrontMatter(document, frontMatter) };
    ofFrontMatter.set(frontMatter, known);
  }
  return known.cycle;
}

/** `okrs/2026/q3.okr.md`, `2026-Q3 Sales.md`. */
function pathCycle(path: string | undefined): Cycle | undefined {
  if (path === undefined) return undefined;
  const [file = '', folder = ''] = path.split('/').reverse();
  const year = YEAR.exec(folder)?.[1];
  return cycleNamed(file.replace(/[_.]+/gu, ' '), year === undefined ? undefined : Number(year));
}

const years = new WeakMap<OkrDocument, { readonly year: number | undefined }>();

/** The year that the first heading names. */
function titleYear(top: string): number | undefined {
  const title = top.split(/[\n\r]/u).find((line) => line.startsWith('#'));
  const year = title && YEAR.exec(title)?.[1];
  return year ? Number(year) : undefined;
}

/** The year for headings that name none (`## Q3`). */
function yearOfDocument(document: OkrDocument, path: string | undefined): number | undefined {
  let known = years.get(document);
  if (!known) {
    const cycle = frontMatterCycle(document) ?? pathCycle(path);
    known = { year: cycle ? yearOf(cycle.start) : titleYear(document.text.slice(0, TOP)) };
    years.set(document, known);
  }
  return known.year;
}

function contains(outer: Cycle, inner: Cycle): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The cycle of an objective as its own field or the heading above it says. */
function ownCycle(document: OkrDocument, objective: LocatedObjective, path: string | undefined) {
  const field = objective.item.fields.find(({ name }) => name === 'cycle')?.value;
  const text = field ?? objective.period;
  return text === undefined ? undefined : cycleNamed(text, yearOfDocument(document, path));
}

/**
 * The cycle of an objective, or of the document where none is given: what stands nearest counts, unless what stands
 * further away is a part of it (a title "OKRs 2026" above a front matter that says Q3).
 * @param path of the file, whose name may tell
 */
export function cycleOfDocument(
  document: OkrDocument,
  objective?: LocatedObjective,
  path?: string,
): Cycle | undefined {
  const whole = frontMatterCycle(document) ?? pathCycle(path);
  const near = objective ? ownCycle(document, objective, path) : commonCycle(document, path);
  if (!near || !whole) return near ?? whole;
  return objective && !contains(near, whole) ? near : whole;
}

/** Without front matter: what the first objective says, if nothing contradicts it. */
function commonCycle(document: OkrDocument, path: string | undefined): Cycle | undefined {
  const { unmoved } = objectivesOf(document);
  const [first] = unmoved;
  const cycle = first && ownCycle(document, first, path);
  return cycle && unmoved.every(({ period }) => period === first?.period) ? cycle : undefined;
}
