/** Tells from a text's name and the sum of its signals whether and how it is read as an OKR document. */

import { foldText } from '../text/fold';
import { LETTER } from '../text/letters';
import type { Counts } from './counts';
import type { FrontMatter, ReadOptions, Recognition } from './model';
import type { Mode } from './read-state';
import { OFF } from './read-state';

export interface Evidence {
  readonly counts: Counts;
  /**
   * What a heading near the top says: the title of the file names OKRs (`okr`), that of a part of it does (`part`), or
   * it is the title of an essay about them.
   */
  readonly title: 'okr' | 'part' | 'essay' | 'none';
  readonly frontMatter: FrontMatter | undefined;
  readonly isText: boolean;
}

export interface Verdict {
  readonly recognition: Recognition;
  readonly mode: Mode;
}

/** Not read as an OKR document, and why. */
export const no = (because: Recognition['because']): Verdict => ({
  recognition: { isOkr: false, because },
  mode: OFF,
});

const OKR_TOKEN = new RegExp(
  String.raw`(?<![${LETTER}\d])(?:okrs?|objectives?[-_ ](?:and[-_ ])?key[-_ ]results?|muc[-_ ]tieu[-_ ](?:va[-_ ])?ket[-_ ]qua)(?![${LETTER}\d])`,
  'u',
);
const PERIOD_TOKEN = new RegExp(
  String.raw`(?:20\d\d|fy\d\d|(?<![${LETTER}\d])q[1-4](?![${LETTER}\d])|h[12](?![${LETTER}\d]))`,
  'u',
);
const GENERAL_FILE =
  /^(?:readme|changelog|contributing|code[-_]of[-_]conduct|license|security|roadmap|todo|agents|claude)\b/u;

interface FileName {
  /** `*.okr.md`, `okr.md`, `okrs.md`, a file under `okrs/`. */
  readonly sure: boolean;
  /** OKR is a word of the name. */
  readonly says: boolean;
  readonly period: boolean;
  /** README and the like. */
  readonly general: boolean;
}

function readName(path: string | undefined): FileName {
  const parts = foldText(path ?? '')
    .replaceAll('\\', '/')
    .split('/');
  const base = parts.pop() ?? '';
  const stem = base.replace(/\.(?:md|markdown|mdown|mkd|mdx|txt)$/u, '');
  const folder = parts.includes('okrs') || parts.includes('okr');
  return {
    sure: stem === 'okr' || stem === 'okrs' || stem.endsWith('.okr') || stem.endsWith('.okrs') || folder,
    says: folder || OKR_TOKEN.test(stem.replaceAll('_', ' ')),
    period: PERIOD_TOKEN.test(stem),
    general: GENERAL_FILE.test(stem),
  };
}

/** Whether the path alone may make a text an OKR document. */
export function namesOkr(path: string | undefined): boolean {
  const { sure, says } = readName(path);
  return sure || says;
}

const objectiveLabels = (counts: Counts) =>
  counts.objectiveSure + counts.objectiveText + counts.objectiveHeading;
const keyResultSigns = (counts: Counts) =>
  counts.keyResult + counts.keyResults + counts.keyResultsLoose + counts.keyResultTable;

/** Lists that mostly say how much, at least one line for each objective. */
const listsMeasure = ({ items, measuredItems }: Counts, objectives: number): boolean =>
  measuredItems >= objectives && measuredItems * 3 >= items * 2;

/** "Objective 1: ..." and "Objective 2: ..." over such lists, in a named period or with orders in them. */
const numberedDecide = (counts: Counts, name: FileName): boolean => {
  const { objectiveSure, quarter, orders } = counts;
  const isPlan = quarter > 0 || orders >= objectiveSure;
  return !name.general && objectiveSure > 1 && isPlan && listsMeasure(counts, objectiveSure);
};

/** Labels on both sides decide in any file; bare words need one sign more. */
function labelsDecide(counts: Counts, name: FileName): boolean {
  const loose = counts.objectiveLoose > 0 && counts.keyResult > 1;
  if (objectiveLabels(counts) === 0 && !loose) return false;
  if (keyResultSigns(counts) === 0) return numberedDecide(counts, name);
  if (counts.keyResult > 0) return true;
  if (counts.okrName > 0) return true;
  const own = counts.keyResultsLoose >= counts.objectiveSure;
  const sure = counts.objectiveSure > 0 && counts.measuredItems > 0;
  const firm = counts.keyResults > 0 || counts.keyResultTable > 0 || (own && (sure || counts.period > 0));
  if (!firm) return false;
  if (name.general) return counts.objectiveSure > 0 && counts.keyResults > 0;
  return true;
}

/** Objectives without labels: at least a period must be named, and most headings must not be those of an essay. */
function shapeDecides(evidence: Evidence, name: FileName, trusted: boolean): boolean {
  const { counts, title, frontMatter } = evidence;
  if (name.general || title === 'essay' || (title !== 'okr' && !name.says && !trusted)) return false;
  // A few labels in a file of many items are talk about OKRs, or the odd one out.
  if ((objectiveLabels(counts) + keyResultSigns(counts)) * 6 > counts.items) return false;
  if (counts.linkItems * 2 > counts.items) return false;
  // Who says that a file holds OKRs need not name their period.
  const period = trusted || counts.period > 0 || name.period || frontMatter?.values.has('cycle') === true;
  return period && counts.closingHeadings * (name.sure || trusted ? 2 : 4) <= counts.headings;
}

function formOf(counts: Counts): Mode['form'] {
  const items = Math.max(1, counts.items - counts.linkItems);
  return counts.parents * 2 >= items || counts.boldItems * 2 >= items ? 'item' : 'heading';
}

const accept = (because: Recognition['because'], mode: Mode): Verdict => ({
  recognition: { isOkr: true, because },
  mode,
});

/** Weighs the evidence. */
export function recognise(evidence: Evidence, options: ReadOptions): Verdict {
  const { counts, title, frontMatter, isText } = evidence;
  if (!isText) return no('not-text');
  if (options.force === false) return no('excluded');
  if (frontMatter?.values.has('okr') && !frontMatter.okr && options.force !== true) return no('excluded');
  const name = readName(options.path);
  const shape = shapeDecides(evidence, name, options.force === true || frontMatter?.okr === true);
  const says = name.says || title === 'okr' || title === 'part';
  const mode = (trusted: boolean): Mode => ({
    reading: shape ? 'shape' : 'labels',
    form: formOf(counts),
    trusted: trusted || says,
  });
  if (options.force === true) return accept('configured', mode(true));
  if (frontMatter?.okr) return accept('front-matter', mode(true));
  if (name.sure) return accept('file-name', mode(true));
  if (labelsDecide(counts, name)) return accept('labels', { ...mode(false), reading: 'labels' });
  if (!says) return no('no-sign');
  if (shape) return accept('title-and-shape', mode(false));
  // A part of a text that names objectives alone may be about how they went.
  const labels = (title === 'part' && !name.says ? 0 : counts.objectiveSure) + keyResultSigns(counts);
  // Under the title of OKRs, "Objective: ..." over lists that measure needs no other sign.
  const { objectiveText } = counts;
  const measured =
    !name.general && title === 'okr' && objectiveText > 0 && listsMeasure(counts, objectiveText);
  return labels > 0 || measured ? accept('title-and-shape', mode(false)) : no('no-sign');
}
