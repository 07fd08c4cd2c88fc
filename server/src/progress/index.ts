/** The progress stage: what documents say about cycles, dates and values, as numbers and ISO dates. */
export { daysBetween, isoDate } from './calendar';
export { cycleOf, namesFiscalYear, yearAround } from './cycle';
export { type DateContext, type DateRange, parseDate, parseDateRange, type ReadDate } from './dates';
export { cycleEntry, cycleOfDocument, frontMatterCycle } from './document-cycle';
export type { Cycle, FiscalYear, Pace, Progress } from './model';
export {
  elapsedOf,
  type ObjectiveProgressRequest,
  objectiveProgress,
  type ProgressRequest,
  paceOf,
  progressOf,
  rawWeight,
  weightSum,
} from './progress';
export { parseConfidence, parseProgress, parseScore, parseStatus, parseWeight, type Scaled } from './scales';
export {
  dueOf,
  ownersOf,
  progressFrom,
  saysHowFar,
  type TrackedValue,
  type Tracking,
  trackingOf,
} from './tracking';
export { convert, parseValue, type UnitKind, unitKind, type Value } from './values';
export type { Status } from './words';
