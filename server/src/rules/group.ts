/** An objective with its key results as rules look at it: what several of them ask is worked out once. */
import type { FieldName, Item, KeyResultItem, Located, LocatedObjective } from '../document/model';
import { type Cycle, type DateRange, dueOf, type Tracking, trackingOf } from '../progress';
import type { StatementFacts } from '../statement/facts';
import type { Surroundings } from './group-surroundings';
import type { DocumentContext, GroupContext, GroupMember } from './rule';

const EVERY_FIELD: Readonly<Record<FieldName, true>> = {
  owner: true,
  baseline: true,
  target: true,
  current: true,
  unit: true,
  due: true,
  score: true,
  confidence: true,
  weight: true,
  status: true,
  progress: true,
  priority: true,
  type: true,
  updated: true,
  id: true,
  alignment: true,
  cycle: true,
  team: true,
  start: true,
  labels: true,
  visibility: true,
};
