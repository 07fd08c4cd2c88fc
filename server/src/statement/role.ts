/** The role of a number, and what it is decided from. */
import type { FoundClause } from './clauses';
import type { HeadClass, QuantityRole } from './facts';
import type { FoundMetric } from './metrics';
import type { Counted } from './phrases';
import type { Amount } from './units';
import type { Reading, Zone } from './zones';

export interface Roled {
  readonly amount: Amount;
  role: QuantityRole;
  readonly zone: Zone;
  readonly counted: Counted | undefined;
}

/** What the roles of a clause's numbers are decided from. */
export interface RoleContext {
  readonly reading: Reading;
  readonly clause: FoundClause;
  readonly metric: FoundMetric | undefined;
  /** Class of the verb that governs the numbers. */
  readonly governs: HeadClass | undefined;
  readonly works: boolean;
}

/** Verbs that change something measured. */
export const CHANGES: ReadonlySet<HeadClass> = new Set(['increase', 'decrease', 'improve']);
/** Verbs of work, whatever kind. */
export const WORKS: ReadonlySet<HeadClass> = new Set([
  'activity',
  'hiring-spend',
  'learning',
  'support',
  'completion',
  'measure',
  'hedge',
]);
/** The head's class, or that of a joined verb that changes something, or of the predicate. */
export function governing({ structure }: FoundClause): HeadClass | undefined {
  const changing = structure.joined.find((other) => CHANGES.has(other.class));
  return changing?.class ?? structure.head?.class ?? structure.predicate?.class;
}
