/** From plans to the rows of the table: filtering, sorting, counting. Pure. */
import { type Goal, PACES, type Pace, type Plan, type Result, VERDICTS, type Verdict } from '../model';

export interface Row {
  readonly plan: Plan;
  readonly goal: Goal;
  readonly result: Result;
  /** Its own owners, else its objective's. */
  readonly owners: readonly string[];
}

export const COLUMNS = ['keyResult', 'team', 'owner', 'cycle', 'verdict', 'progress', 'pace', 'due'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Filters {
  readonly text: string;
  readonly team: string;
  readonly owner: string;
  readonly cycle: string;
  /** Only key results that cannot be measured, have a problem or are late. */
  readonly weak: boolean;
}

/** No column: the order of the documents. */
export interface Sorting {
  readonly column?: Column | undefined;
  readonly down: boolean;
}

export const NO_FILTERS: Filters = { text: '', team: '', owner: '', cycle: '', weak: false };

export function rowsOf(plans: readonly Plan[]): Row[] {
  return plans.flatMap((plan) =>
    plan.objectives.flatMap((goal) =>
      goal.results.map((result) => ({
        plan,
        goal,
        result,
        owners: result.owners.length > 0 ? result.owners : goal.owners,
      })),
    ),
  );
}

/** Letters without marks and case: whoever types "ban hang" finds "Bán hàng". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase();
}

export function isWeak({ result }: Row): boolean {
  return (
    result.problem !== undefined ||
    !result.measurable ||
    result.pace === 'at-risk' ||
    result.pace === 'behind'
  );
}

export function filtered(rows: readonly Row[], filters: Filters): Row[] {
  const words = folded(filters.text).split(/\s+/u).filter(Boolean);
  return rows.filter((row) => {
    if (filters.team && row.plan.team !== filters.team) return false;
    if (filters.cycle && row.plan.cycle !== filters.cycle) return false;
    if (filters.owner && !row.owners.includes(filters.owner)) return false;
    if (filters.weak && !isWeak(row)) return false;
    if (words.length === 0) return true;
    const text = folded(`${row.result.label} ${row.result.text} ${row.goal.text} ${row.plan.name}`);
    return words.every((word) => text.includes(word));
  });
}

/** Whether anything is left out. */
export function isFiltering(filters: Filters): boolean {
  return Object.values(filters).some(Boolean);
}

/** The plans with the objectives of the rows alone, and what these support, so that no arrow leads nowhere. */
export function plansOfRows(plans: readonly Plan[], rows: readonly Row[]): Plan[] {
  const keys = new Set(rows.flatMap(({ goal }) => [goal.key, ...goal.supports]));
  return plans.flatMap((plan) => {
    const objectives = plan.objectives.filter(({ key }) => keys.has(key));
    return objectives.length > 0 ? [{ ...plan, objectives }] : [];
  });
}

type Key = string | number | undefined;

const KEY: Record<Column, (row: Row) => Key> = {
  keyResult: ({ result }) => result.text,
  team: ({ plan }) => plan.team,
  owner: ({ owners }) => owners[0],
  cycle: ({ plan }) => plan.cycle,
  verdict: ({ result }) => VERDICTS.indexOf(result.verdict),
  progress: ({ result }) => result.progress,
  pace: ({ result }) => (result.pace ? PACES.indexOf(result.pace) : undefined),
  due: ({ result }) => result.due,
};

/** Columns that say something about any of the rows; the sentence, its verdict and its progress always do. */
export function columnsOf(rows: readonly Row[]): Column[] {
  const always: readonly Column[] = ['keyResult', 'verdict', 'progress'];
  return COLUMNS.filter(
    (column) => always.includes(column) || rows.some((row) => KEY[column](row) !== undefined),
  );
}

/** A sorted copy; what is unknown comes last either way, equals keep their order. */
export function sorted(rows: readonly Row[], { column, down }: Sorting, language: string): Row[] {
  if (!column) return [...rows];
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const key = KEY[column];
  const sign = down ? -1 : 1;
  return rows
    .map((row) => ({ row, by: key(row) }))
    .sort((a, b) => {
      if (a.by === undefined || b.by === undefined)
        return Number(a.by === undefined) - Number(b.by === undefined);
      if (typeof a.by === 'number' && typeof b.by === 'number') return sign * (a.by - b.by);
      return sign * compare(String(a.by), String(b.by));
    })
    .map(({ row }) => row);
}

/** Clicking a head goes up, down, and back to the order of the documents. */
export function nextSorting({ column, down }: Sorting, clicked: Column): Sorting {
  if (column !== clicked) return { column: clicked, down: false };
  return down ? { down: false } : { column: clicked, down: true };
}

/** Distinct values for a menu, in the reader's order. */
export function choices(
  rows: readonly Row[],
  of: (row: Row) => readonly (string | undefined)[],
  language: string,
): string[] {
  const values = new Set(rows.flatMap(of).filter((value): value is string => Boolean(value)));
  return [...values].sort(new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare);
}

export interface Counts {
  readonly verdicts: ReadonlyMap<Verdict, number>;
  readonly paces: ReadonlyMap<Pace, number>;
  readonly measurable: number;
  readonly objectives: number;
  /** Mean progress of the key results that have one, each counted from 0 to 1. */
  readonly progress?: number;
}

export function countsOf(rows: readonly Row[]): Counts {
  const tally = <K extends string>(order: readonly K[], of: (row: Row) => K | undefined) =>
    new Map(order.map((key) => [key, rows.filter((row) => of(row) === key).length] as const));
  const progress = meanProgress(rows);
  return {
    verdicts: tally(VERDICTS, ({ result }) => result.verdict),
    paces: tally(PACES, ({ result }) => result.pace),
    measurable: rows.filter(({ result }) => result.measurable).length,
    objectives: new Set(rows.map(({ goal }) => goal.key)).size,
    ...(progress === undefined ? {} : { progress }),
  };
}

export interface TeamProgress {
  /** `undefined` where no team is named. */
  readonly team: string | undefined;
  readonly progress: number;
}

export function progressByTeam(rows: readonly Row[], language: string): TeamProgress[] {
  const teams = choices(rows, ({ plan }) => [plan.team], language);
  return [...teams, undefined].flatMap((team) => {
    const progress = meanProgress(rows.filter(({ plan }) => plan.team === team));
    return progress === undefined ? [] : [{ team, progress }];
  });
}

function meanProgress(rows: readonly Row[]): number | undefined {
  const known = rows.map(({ result }) => result.progress).filter((each) => each !== undefined);
  if (known.length === 0) return undefined;
  return known.reduce((sum, each) => sum + clamp(each), 0) / known.length;
}

export function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
