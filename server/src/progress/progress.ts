/** How far key results and objectives are, and whether that is fast enough. No clock: `today` is handed in. */

import { firstField } from '../document';
import type { Item, KeyResultItem, Located, LocatedObjective, OkrDocument } from '../document/model';
import type { StatementFacts } from '../statement/facts';
import { Notes } from '../text/notes';
import { daysBetween } from './calendar';
import { cycleOfDocument } from './document-cycle';
import type { Cycle, FiscalYear, Pace, Progress } from './model';
import { parseWeight } from './scales';
import { ownersOf, type Tracking, trackingOf } from './tracking';

/** Ratios of progress to elapsed time. Domain note §6.3, after Oboard. */
const AT_RISK = 0.4;
const BEHIND = 0.7;
/** In the first tenth of a cycle nobody is late. */
const GRACE = 0.1;

export interface ProgressRequest {
  readonly document: OkrDocument;
  readonly item: Located<Item>;
  readonly facts: StatementFacts;
  /** The objective that the item belongs to, or is. */
  readonly objective?: LocatedObjective | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Of the file, whose name may tell the cycle. */
  readonly path?: string | undefined;
  readonly fiscalYear?: FiscalYear | undefined;
}

/** Share of a cycle that has passed on the morning of `today`, 0 to 1. */
export function elapsedOf(cycle: Cycle, today: string): number {
  const passed = daysBetween(cycle.start, today) / (daysBetween(cycle.start, cycle.end) + 1);
  return Math.min(1, Math.max(0, passed));
}

/** Progress against time. `undefined` where either is unknown. */
export function paceOf(progress: number | undefined, elapsed: number | undefined): Pace | undefined {
  if (progress !== undefined && progress >= 1) return 'done';
  if (elapsed === undefined) return undefined;
  if (elapsed === 0) return 'not-started';
  if (progress === undefined) return undefined;
  const ratio = progress / elapsed;
  if (elapsed < GRACE || ratio >= BEHIND) return 'on-track';
  return ratio < AT_RISK ? 'at-risk' : 'behind';
}

const weightSums = new Notes<LocatedObjective, number>();

/** Sum of the weights that an objective's live key results name; 0 where none does. */
export function weightSum(objective: LocatedObjective): number {
  let sum = weightSums.get(objective);
  if (sum === undefined) {
    sum = objective.keyResults.reduce((total, { item }) => total + (rawWeight(item) ?? 0), 0);
    weightSums.set(objective, sum);
  }
  return sum;
}

/** The weight that an item names, as written; of struck items none. */
export function rawWeight(item: Item): number | undefined {
  if (item.struck) return undefined;
  const field = firstField(item, 'weight');
  return field && parseWeight(field.value);
}

function weightOf(item: Item, { weight }: Tracking, objective: LocatedObjective | undefined) {
  if (weight === undefined) return undefined;
  if (item.kind !== 'key-result' || !objective) return weight <= 1 ? weight : Math.min(1, weight / 100);
  const sum = weightSum(objective);
  return sum > 0 ? weight / sum : undefined;
}

function frontMatterOwners({ frontMatter }: OkrDocument): readonly string[] {
  const text = frontMatter?.values.get('owner')?.text ?? '';
  return text
    .split(/[[\],;]/u)
    .map((name) => name.replace(/["']/gu, '').trim())
    .filter((name) => name !== '');
}

/** Who answers for an item: named by itself, its objective or the front matter. */
function ownersFor(document: OkrDocument, own: readonly string[], objective: LocatedObjective | undefined) {
  if (own.length > 0) return own;
  const above = objective ? ownersOf(objective.item) : [];
  return above.length > 0 ? above : frontMatterOwners(document);
}

type Mutable<T> = { -readonly [K in keyof T]?: T[K] | undefined };

/** Drops what is undefined, as optional properties must be absent. */
function compact(progress: Mutable<Progress> & { readonly owners: readonly string[] }): Progress {
  return Object.fromEntries(
    Object.entries(progress).filter(([, value]) => value !== undefined),
  ) as unknown as Progress;
}

/** What is known about the progress of one item. Fields of an objective that its key results decide stay as it says itself. */
export function progressOf(request: ProgressRequest): Progress {
  const { document, item, facts, objective, today, path, fiscalYear } = request;
  const cycle = cycleOfDocument(document, objective, path, fiscalYear);
  const tracking = trackingOf(item.item, facts, cycle);
  const elapsed = cycle && elapsedOf(cycle, today);
  const finished = item.item.kind === 'key-result' && item.item.checked === true ? 1 : undefined;
  const { baseline, target, current, unit, progress, stated, score, confidence, due, updated } = tracking;
  return compact({
    baseline,
    target,
    current,
    unit,
    progress,
    stated,
    elapsed,
    pace: paceOf(progress ?? stated ?? finished, elapsed),
    score,
    confidence,
    weight: weightOf(item.item, tracking, objective),
    due,
    updated,
    owners: ownersFor(document, tracking.owners, objective),
  });
}

export interface ObjectiveProgressRequest {
  readonly document: OkrDocument;
  readonly objective: LocatedObjective;
  factsOf(item: Located<Item>): StatementFacts;
  readonly today: string;
  readonly path?: string | undefined;
  readonly fiscalYear?: FiscalYear | undefined;
}

interface Part {
  readonly share: number;
  readonly weight: number | undefined;
}

/** Mean of shares, by weight; who names no weight counts as much as the others do on average. */
function meanOf(parts: readonly Part[]): number | undefined {
  if (parts.length === 0) return undefined;
  const named = parts.flatMap(({ weight }) => weight ?? []);
  const usual = named.length > 0 ? named.reduce((sum, weight) => sum + weight, 0) / named.length : 1;
  let total = 0;
  let sum = 0;
  for (const { share, weight = usual } of parts) {
    total += weight;
    sum += weight * share;
  }
  return total > 0 ? sum / total : undefined;
}

/**
 * An objective with what its key results add up to: the weighted mean of their progress (each between 0 and 1), score
 * and confidence, where the objective does not state its own. Struck key results and those without a progress do not
 * count.
 */
export function objectiveProgress(request: ObjectiveProgressRequest): Progress {
  const { document, objective, factsOf, today, path, fiscalYear } = request;
  const facts = factsOf(objective);
  const own = progressOf({ document, item: objective, facts, objective, today, path, fiscalYear });
  const cycle = cycleOfDocument(document, objective, path, fiscalYear);
  const parts = (of: (tracking: Tracking, item: KeyResultItem) => number | undefined): Part[] =>
    objective.keyResults.flatMap((located) => {
      if (located.item.struck) return [];
      const tracking = trackingOf(located.item, factsOf(located), cycle);
      const share = of(tracking, located.item);
      return share === undefined ? [] : [{ share: Math.min(1, Math.max(0, share)), weight: tracking.weight }];
    });
  const progress =
    own.progress ??
    meanOf(parts(({ progress, stated }, { checked }) => progress ?? stated ?? (checked ? 1 : undefined)));
  const rolled: Mutable<Progress> = {
    progress,
    score: own.score ?? meanOf(parts(({ score }) => score)),
    confidence: own.confidence ?? meanOf(parts(({ confidence }) => confidence)),
    pace: paceOf(progress ?? own.stated, own.elapsed),
  };
  return compact({ ...own, ...rolled, owners: own.owners });
}
