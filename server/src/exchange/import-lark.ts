/**
 * OKRs as Lark (Feishu) gives them: objectives with key results, each with an indicator. Reads what `lark-cli okr` and
 * the OKR interface return, and the same in camelCase; rich text becomes plain text.
 * Source: larksuite/cli, skills/lark-okr/references/lark-okr-entities.md.
 */
import { isRecord } from '../text/records';
import { ImportError, type Imported } from './import-csv';
import { LIST_SEPARATOR, type Row, rowOf } from './row';

type Json = Readonly<Record<string, unknown>>;

const STATUS: readonly string[] = ['on track', 'at risk', 'delayed'];
const DEPTH = 12;

/** Reads the JSON text. Throws an ImportError where it holds no objectives. */
export function fromLark(text: string): Imported {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new ImportError(`it is no valid JSON (${(error as Error).message}).`);
  }
  const root = findObjectives(value, 0);
  if (!root) throw new ImportError('it holds no list of "objectives".');
  const cycle = cycleOf(root.holder);
  const rows = root.objectives.flatMap((objective, o) => objectiveRows(objective, `o${o + 1}`, cycle));
  return { rows, problems: [], from: 'Lark' };
}

interface Found {
  readonly holder: Json;
  readonly objectives: readonly Json[];
}

/** The list may lie inside `data` and the like. */
function findObjectives(value: unknown, depth: number): Found | undefined {
  if (depth > 4) return undefined;
  if (Array.isArray(value)) {
    const records = value.filter(isRecord);
    const first = records[0];
    if (!first) return undefined;
    if (listOf(first, 'key_results').length > 0 || 'content' in first)
      return { holder: {}, objectives: records };
    return findObjectives(first, depth + 1);
  }
  if (!isRecord(value)) return undefined;
  const objectives = listOf(value, 'objectives', 'objective_list');
  if (objectives.length > 0) return { holder: value, objectives };
  for (const inner of Object.values(value)) {
    const found = findObjectives(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function objectiveRows(objective: Json, given: string, cycle: string): Row[] {
  const id = idOf(objective) || given;
  const own = rowOf('objective', {
    ...common(objective, cycle),
    id,
    parent_id: alignedTo(objective).join(LIST_SEPARATOR),
  });
  const keyResults = listOf(objective, 'key_results', 'krs').map((kr, n) =>
    rowOf('key_result', { ...common(kr, cycle), id: idOf(kr) || `${id}-kr${n + 1}`, parent_id: id }),
  );
  return [own, ...keyResults];
}

function common(item: Json, cycle: string): Partial<Row> {
  const indicator = indicatorOf(item);
  const value = (...names: string[]) => scalar(pick(indicator, ...names));
  const status = value('indicator_status', 'status');
  return {
    title: textOf(pick(item, 'content', 'title', 'name'), 0),
    owner: ownerOf(item),
    cycle,
    due_date: dateOf(pick(item, 'deadline', 'due')),
    score: scalar(pick(item, 'score')),
    weight: scalar(pick(item, 'weight')),
    baseline: value('start_value'),
    target: value('target_value'),
    current: value('current_value'),
    unit: unitOf(pick(indicator, 'unit')),
    status: STATUS[/^\d$/u.test(status) ? Number(status) : -1] ?? '',
    updated_at: dateOf(pick(indicator, 'update_time')),
  };
}

function indicatorOf(item: Json): Json {
  const one = pick(item, 'indicator', 'indicators');
  const first = Array.isArray(one) ? one[0] : one;
  return isRecord(first) ? first : {};
}

/** Common units have numbers; 0/PERCENT is what progress counts in where nobody chose another. */
function unitOf(unit: unknown): string {
  if (!isRecord(unit)) return typeof unit === 'string' ? unit : '';
  const value = scalar(pick(unit, 'unit_value'));
  return /^percent$/iu.test(value) ? '%' : value;
}

function alignedTo(objective: Json): string[] {
  const list = pick(objective, 'alignments', 'aligned_to', 'parents');
  if (!Array.isArray(list)) return [];
  return list
    .map((one) => (isRecord(one) ? scalar(pick(one, 'to_entity_id', 'objective_id', 'id')) : scalar(one)))
    .filter(Boolean)
    .map(letterFirst);
}

function ownerOf(item: Json): string {
  const owner = pick(item, 'owner');
  return isRecord(owner) ? scalar(pick(owner, 'name', 'user_id', 'email')) : scalar(owner);
}

function cycleOf(holder: Json): string {
  const cycle = pick(holder, 'cycle');
  const from = isRecord(cycle) ? cycle : holder;
  const name = scalar(pick(from, 'name')) || (typeof cycle === 'string' ? cycle : '');
  const [start, end] = [dateOf(pick(from, 'start_time', 'start')), dateOf(pick(from, 'end_time', 'end'))];
  return name || (start && end ? `${start} – ${end}` : '');
}

function idOf(item: Json): string {
  const id = scalar(pick(item, 'id', 'objective_id', 'key_result_id'));
  return id === '' ? '' : letterFirst(id);
}

/** Lark's ids are long numbers, which would read as issue numbers. */
function letterFirst(id: string): string {
  return /^\p{L}/u.test(id) ? id : `lark-${id}`;
}

/** The words of rich text, whatever its blocks look like. */
function textOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim();
  if (depth > DEPTH || typeof value !== 'object' || value === null) return '';
  const inner: readonly unknown[] = Array.isArray(value) ? value : wordsOf(value as Json);
  return inner
    .map((one) => textOf(one, depth + 1))
    .filter(Boolean)
    .join(' ')
    .replace(/\s+/gu, ' ');
}

/** Of a record only the text and what holds more of it: types, styles and ids are no words. */
function wordsOf(record: Json): readonly unknown[] {
  return Object.entries(record).flatMap(([key, value]) =>
    key === 'text' || key === 'content' || typeof value === 'object' ? [value] : [],
  );
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A date, or the milliseconds at which a day begins or ends in one of Lark's time zones. */
function dateOf(value: unknown): string {
  const text = scalar(value);
  const written = /^(\d{4}-\d{2}-\d{2})/u.exec(text)?.[1];
  if (written) return written;
  const time = Number(text);
  if (!/^\d{12,14}$/u.test(text) || !Number.isFinite(time)) return '';
  const border = (offset: number) => {
    const inDay = (time + offset * HOUR) % DAY;
    return inDay < 1000 || inDay >= DAY - 1000;
  };
  const offset = [8, 7, 9, 0].find(border) ?? 8;
  return new Date(time + offset * HOUR).toISOString().slice(0, 10);
}

function scalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The first of these that is there, in snake_case or camelCase. */
function pick(record: Json, ...names: string[]): unknown {
  for (const name of names) {
    const camel = name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
    const value = Object.hasOwn(record, name)
      ? record[name]
      : Object.hasOwn(record, camel)
        ? record[camel]
        : undefined;
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

function listOf(record: Json, ...names: string[]): readonly Json[] {
  const list = pick(record, ...names);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
