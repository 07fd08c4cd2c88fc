/** What one item says about where it stands: its fields, its sentence and its check-ins, as numbers and dates. */
import { fieldValue, saysTheSame } from '../document';
import type { FieldName, Item } from '../document/model';
import type { Quantity, StatementFacts } from '../statement/facts';
import { Notes } from '../text/notes';
import { type DateRange, parseDate, type ReadDate, readDate } from './dates';
import type { Cycle, Progress } from './model';
import { parseConfidence, parseProgress, parseScore, parseStatus, parseWeight } from './scales';
import { convert, magnitudeIn, parseValue, type Value } from './values';
import type { Status } from './words';

export interface TrackedValue {
  /** ISO date, where the check-in's date is certain. */
  readonly date?: string;
  readonly value: number;
}

/** There for all, because objects of one shape are made and read fastest. */
type Known<T> = { readonly [K in keyof T]-?: T[K] | undefined };

/** What of an item's progress it says itself. Values are in the target's unit, owners its own. */
type Stated = Known<Omit<Progress, 'elapsed' | 'pace' | 'weight' | 'owners'>> & Pick<Progress, 'owners'>;

export interface Tracking extends Stated {
  /** As written: siblings tell what it is a share of. */
  readonly weight: number | undefined;
  readonly status: Status | undefined;
  /** The days that the deadline may mean, also where no single one is certain. */
  readonly dueRange: DateRange | undefined;
  /** Values of the check-ins, oldest first. */
  readonly history: readonly TrackedValue[];
  /** Today's value counts in something else than the target. */
  readonly otherUnit: boolean;
  /** Something says how far it is: a value, a progress, a score, a confidence, a status, a check-in. */
  readonly isTracked: boolean;
}

/** What an item says, and what that depends on beside the item. */
interface Read {
  readonly item: Item;
  readonly facts: StatementFacts;
  readonly cycle: Cycle | undefined;
  readonly tracking: Tracking;
}

const ofItem = new Notes<Item, Read>();
/** By facts, which sentences share that say the same: an edit makes new items of all that stand around it. */
const ofFacts = new Notes<StatementFacts, Read>();
const TRACKING_FIELDS: ReadonlySet<FieldName> = new Set<FieldName>([
  'current',
  'progress',
  'score',
  'confidence',
  'status',
  'updated',
]);
/** From this factor on, two numbers are hardly on the same scale. */
const SCALE = 100;

/** What an item says; kept for as long as its facts and its cycle stay the same. */
export function trackingOf(item: Item, facts: StatementFacts, cycle: Cycle | undefined): Tracking {
  const known = ofItem.get(item);
  if (known?.facts === facts && known.cycle === cycle) return known.tracking;
  const like = ofFacts.get(facts);
  if (like && like.cycle === cycle && saysTheSame(like.item, item)) return like.tracking;
  const now = { item, facts, cycle, tracking: read(item, facts, cycle) };
  ofItem.set(item, now);
  ofFacts.set(facts, now);
  return now.tracking;
}

/** Whether anything says how far an item is: a value, a score, a confidence, a status, a check-in. */
export function saysHowFar(item: Item): boolean {
  if (item.kind === 'key-result' && item.checkIns.length > 0) return true;
  return item.fields.some(({ name }) => TRACKING_FIELDS.has(name));
}

/** The first field of that name that `parse` understands. */
function parsed<T>(item: Item, name: FieldName, parse: (text: string) => T | undefined): T | undefined {
  for (const field of item.fields) {
    const value = field.name === name ? parse(field.value) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

function quantityValue(item: Item, quantity: Quantity | undefined) {
  if (quantity?.value === undefined) return undefined;
  const magnitude = magnitudeIn(item.statement.text.slice(quantity.span.start, quantity.span.end));
  const value: Value = {
    value: quantity.value,
    magnitude,
    ...(quantity.unit !== undefined && { unit: quantity.unit }),
    // A bare number takes the unit of the other one: "from 62 to 45 days".
    ...(quantity.kind !== 'ratio' && quantity.kind !== 'number' && { kind: quantity.kind }),
  };
  return value;
}

/** "from 560 to 440 nghìn đồng": the scale is said once for all. */
function onScaleOf(value: Value, target: Value | undefined): Value {
  if (!target || value.magnitude !== 1 || target.magnitude === 1) return value;
  const small = value.value !== 0 && Math.abs(value.value) * SCALE <= Math.abs(target.value);
  return small ? { ...value, value: value.value * target.magnitude } : value;
}

/** The target that a change leads to: "by 20 %" from a known start; not where percent are of percent. */
function changedTarget(item: Item, facts: StatementFacts, baseline: Value | undefined): Value | undefined {
  const change = quantityValue(item, facts.change);
  if (!baseline || !change || (facts.direction !== 'increase' && facts.direction !== 'decrease'))
    return undefined;
  const sign = facts.direction === 'increase' ? 1 : -1;
  const size = Math.abs(change.value);
  if (change.kind === 'percent') {
    if (baseline.kind === 'percent') return undefined;
    return { ...baseline, value: baseline.value * (1 + (sign * size) / 100) };
  }
  return change.kind === baseline.kind ? { ...baseline, value: baseline.value + sign * size } : undefined;
}

interface Values {
  readonly baseline: Value | undefined;
  readonly target: Value | undefined;
  readonly current: Value | undefined;
}

function valuesOf(item: Item, facts: StatementFacts): Values {
  const value = (name: FieldName) => parsed(item, name, (text) => parseValue(text, facts.language));
  const baseline = value('baseline') ?? quantityValue(item, facts.baseline);
  const target = value('target') ?? quantityValue(item, facts.target) ?? changedTarget(item, facts, baseline);
  return { baseline, target, current: value('current') };
}

/** Values of the check-ins in the target's unit, oldest first. */
function historyOf(item: Item, { language }: StatementFacts, target: Value | undefined, cycle?: Cycle) {
  if (item.kind !== 'key-result') return [];
  const dated = item.checkIns.map(({ date, value }, index) => ({
    date: parseDate(date, { cycle, language }),
    value: value === undefined ? undefined : parseValue(value, language),
    index,
  }));
  // As written the newest comes first.
  dated.sort((a, b) =>
    a.date && b.date && a.date !== b.date ? (a.date < b.date ? -1 : 1) : b.index - a.index,
  );
  return dated.map(({ date, value }) => ({
    date,
    value: value && convert(onScaleOf(value, target), target ?? value),
  }));
}

/** Without one of these a text names one. */
const SEVERAL = /[\s,;&/]/;

function namesIn(text: string): string[] {
  if (!SEVERAL.test(text)) return /[\p{L}\p{N}]/u.test(text) ? [text] : [];
  return text
    .split(/[,;&/]|\s(?:and|và|va)\s|\s(?=@)/u)
    .map((name) => name.trim())
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
}

/** The people that the owner fields of an item name. */
export function ownersOf(item: Item): string[] {
  const owners: string[] = [];
  for (const { name, value } of item.fields)
    if (name === 'owner') for (const one of namesIn(value)) if (!owners.includes(one)) owners.push(one);
  return owners;
}

/** When an item is due: its field, else what its sentence says. */
export function dueOf(item: Item, facts: StatementFacts, cycle: Cycle | undefined): ReadDate | undefined {
  const text = dueText(item, facts);
  return text === undefined ? undefined : readDate(text, { cycle, language: facts.language });
}

function dueText(item: Item, { deadline }: StatementFacts): string | undefined {
  const field = fieldValue(item, 'due');
  return field ?? (deadline && item.statement.text.slice(deadline.start, deadline.end));
}

function share(scaled: { share: number; valid: boolean } | undefined): number | undefined {
  return scaled?.valid ? scaled.share : undefined;
}

function read(item: Item, facts: StatementFacts, cycle: Cycle | undefined): Tracking {
  const context = { cycle, language: facts.language };
  const { baseline, target, current } = valuesOf(item, facts);
  const history = historyOf(item, facts, target, cycle);
  const like = target ?? baseline;
  const inUnit = (value: Value | undefined) =>
    value && (like ? convert(onScaleOf(value, target), like) : value.value);
  const now = current ? inUnit(current) : history.findLast(({ value }) => value !== undefined)?.value;
  const from = inUnit(baseline);
  const to = target?.value;
  const due = dueOf(item, facts, cycle);
  const updated = parsed(item, 'updated', (text) => parseDate(text, context));
  return {
    baseline: from,
    target: to,
    current: now,
    unit: fieldValue(item, 'unit') ?? target?.unit ?? baseline?.unit ?? current?.unit,
    progress: progressFrom(from, to, now),
    stated: parsed(item, 'progress', parseProgress),
    score: share(parsed(item, 'score', parseScore)),
    confidence: share(parsed(item, 'confidence', parseConfidence)),
    weight: parsed(item, 'weight', parseWeight),
    status: parsed(item, 'status', parseStatus),
    due: due?.day,
    dueRange: due?.range,
    updated: updated ?? history.findLast(({ date }) => date !== undefined)?.date,
    owners: ownersOf(item),
    history: history.flatMap(({ date, value }) =>
      value === undefined ? [] : [date === undefined ? { value } : { date, value }],
    ),
    otherUnit: current !== undefined && now === undefined,
    isTracked: saysHowFar(item),
  };
}

/** Undefined where one of the three is unknown, or the way from start to target has no length. */
export function progressFrom(baseline?: number, target?: number, current?: number): number | undefined {
  if (baseline === undefined || target === undefined || current === undefined || baseline === target)
    return undefined;
  const progress = (current - baseline) / (target - baseline);
  // −0 is no progress either.
  return Number.isFinite(progress) ? progress + 0 : undefined;
}
