/** What findings about an objective depend on beside the objective itself, and whether it is still the same. */
import type { FrontMatter, LocatedObjective } from '../document/model';
import { type Cycle, elapsedOf } from '../progress';
import { certainCycle } from './cycle';
import type { DocumentContext, SeverityOf } from './rule';

/** What the findings of a group depend on beside its own items. */
export interface Surroundings {
  readonly severityOf: SeverityOf;
  readonly frontMatter: FrontMatter | undefined;
  readonly cycle: Cycle | undefined;
  /** Share of the cycle that has passed. */
  readonly elapsed: number | undefined;
  readonly today: string;
  readonly language: DocumentContext['language'];
  readonly limits: DocumentContext['limits'];
}

/** All that the surroundings of a document's objectives are made from, beside the objectives. */
export interface Around extends Omit<Surroundings, 'cycle' | 'elapsed'> {
  readonly path: string | undefined;
  /** As configuration names it. */
  readonly cycle: string | undefined;
  readonly fiscalYear: DocumentContext['fiscalYear'];
}

export function aroundOf(
  { document: { frontMatter }, today, language, limits, path, cycle, fiscalYear }: DocumentContext,
  severityOf: SeverityOf,
): Around {
  return { severityOf, frontMatter, today, language, limits, path, cycle, fiscalYear };
}

export function sameAround(a: Around, b: Around): boolean {
  return (
    a.severityOf === b.severityOf &&
    a.frontMatter === b.frontMatter &&
    a.today === b.today &&
    a.language === b.language &&
    a.limits === b.limits &&
    a.path === b.path &&
    a.cycle === b.cycle &&
    a.fiscalYear === b.fiscalYear
  );
}

export function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return (
    a.severityOf === b.severityOf &&
    a.frontMatter === b.frontMatter &&
    a.cycle === b.cycle &&
    a.today === b.today &&
    a.language === b.language &&
    a.limits === b.limits
  );
}

export type SurroundingsOf = (objective: LocatedObjective) => Surroundings;

/** The surroundings of objectives, asked in document order: those under one heading share the very object. */
export function surroundings(context: DocumentContext, severityOf: SeverityOf): SurroundingsOf {
  const { today, language, limits, document } = context;
  const { frontMatter } = document;
  const of = (objective: LocatedObjective): Surroundings => {
    const cycle = certainCycle(context, objective);
    const elapsed = cycle && elapsedOf(cycle, today);
    return { severityOf, frontMatter, cycle, elapsed, today, language, limits };
  };
  let last: { readonly period: string | undefined; readonly shared: Surroundings } | undefined;
  return (objective) => {
    if (objective.item.fields.some(({ name }) => name === 'cycle')) return of(objective);
    if (!last || last.period !== objective.period) last = { period: objective.period, shared: of(objective) };
    return last.shared;
  };
}
