/**
 * Rows as a canonical OKR document. What is written is read again at once and compared, so that nothing is lost
 * silently: a value that the sentence itself says already is not said twice, one that would read differently is said
 * in a field, and what cannot be said at all is reported.
 */
import type { OkrLanguageService } from '../service';
import { DEFAULT_SETTINGS } from '../service';
import { languageByVotes, languageVote } from '../statement';
import type { Language } from '../text/language';
import { attributesOf } from './attributes';
import type { Problem } from './import-csv';
import { COLUMNS, type Column, type Row, splitList } from './row';
import { rowsOf } from './rows';
import { markdownOf } from './title';
import { wordsIn } from './words';

/** Columns that a document says once for all its items. */
const SHARED = ['cycle', 'team', 'visibility'] as const;

export interface MarkdownDocument {
  readonly text: string;
  /** `line` is that of the document. */
  readonly problems: readonly Problem[];
}

/** An objective with what stands under it. */
interface Group {
  readonly objective: Row;
  readonly keyResults: readonly Row[];
  readonly initiatives: readonly Row[];
}

/** Writes a document. `today` (`YYYY-MM-DD`) only serves to read it again. */
export function toMarkdown(
  service: OkrLanguageService,
  rows: readonly Row[],
  today: string,
): MarkdownDocument {
  const language = languageByVotes(rows.reduce((votes, { title }) => votes + languageVote(title), 0));
  const groups = grouped(rows, language);
  const shared = sharedOf(rows);
  const said = new Map<Row, Set<string>>();
  for (const row of flat(groups)) said.set(row, saidElsewhere(row, shared));
  const first = write(groups, shared, said, language);
  for (const [row, back] of paired(service, first, groups, today))
    for (const column of COLUMNS)
      if (row[column] !== '' && row[column] !== back?.[column]) said.get(row)?.delete(column);
  const text = write(groups, shared, said, language);
  return { text, problems: lost(service, text, groups, today) };
}

/** What the front matter, the place under an objective or the sentence may say already. */
function saidElsewhere(row: Row, shared: ReadonlyMap<Column, string>): Set<string> {
  const said = new Set<string>(['baseline', 'target', 'unit', 'progress']);
  for (const column of SHARED) if (shared.get(column) === row[column] || row[column] === '') said.add(column);
  if (row.type !== 'objective') said.add('parent_id');
  if (row.type === 'initiative') said.add('status');
  return said;
}

function sharedOf(rows: readonly Row[]): ReadonlyMap<Column, string> {
  const shared = new Map<Column, string>();
  for (const column of SHARED) {
    const values = new Set(rows.map((row) => row[column]).filter((value) => value !== ''));
    const [only] = values;
    if (values.size === 1 && only !== undefined) shared.set(column, only);
  }
  return shared;
}

function grouped(rows: readonly Row[], language: Language): Group[] {
  const groups: { objective: Row; keyResults: Row[]; initiatives: Row[] }[] = [];
  const byId = new Map<string, (typeof groups)[number]>();
  for (const objective of rows.filter(({ type }) => type === 'objective')) {
    const group = { objective, keyResults: [], initiatives: [] };
    groups.push(group);
    if (objective.id !== '') byId.set(objective.id, group);
  }
  const home = (row: Row) => {
    const known = byId.get(row.parent_id) ?? groups.at(-1);
    if (known) return known;
    const objective = {
      ...row,
      type: 'objective',
      id: '',
      parent_id: '',
      title: wordsIn(language).noObjective,
    } as Row;
    const group = { objective: onlyTitle(objective), keyResults: [], initiatives: [] };
    groups.push(group);
    return group;
  };
  for (const row of rows) {
    if (row.type === 'key_result') {
      const group = home(row);
      group.keyResults.push(row);
      if (row.id !== '') byId.set(row.id, group);
    }
  }
  for (const row of rows) if (row.type === 'initiative') home(row).initiatives.push(row);
  return groups;
}

function onlyTitle(row: Row): Row {
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Record<Column, string>;
  return { ...empty, type: row.type, title: row.title };
}

function flat(groups: readonly Group[]): Row[] {
  return groups.flatMap(({ objective, keyResults, initiatives }) => [
    objective,
    ...keyResults,
    ...initiatives,
  ]);
}

function write(
  groups: readonly Group[],
  shared: ReadonlyMap<Column, string>,
  said: ReadonlyMap<Row, ReadonlySet<string>>,
  language: Language,
): string {
  const words = wordsIn(language);
  const line = (lead: string, row: Row) =>
    [lead, markdownOf(row.title) || '…', attributesOf(row, said.get(row) ?? new Set())]
      .filter((part) => part !== '')
      .join(' ');
  const lines = [
    '---',
    'okr: 1',
    ...[...shared].map(([column, value]) => `${column}: ${yamlScalar(value)}`),
    '---',
  ];
  for (const [o, { objective, keyResults, initiatives }] of groups.entries()) {
    lines.push('', line(`## O${o + 1}:`, objective), '');
    for (const [n, row] of keyResults.entries()) lines.push(line(`- KR${n + 1}:`, row));
    if (initiatives.length > 0) lines.push('', `### ${words.initiatives}`, '');
    for (const row of initiatives) lines.push(line(`- [${isDone(row) ? 'x' : ' '}]`, row));
  }
  return `${lines.join('\n').replace(/\n{3,}/gu, '\n\n')}\n`;
}

function isDone({ status }: Row): boolean {
  return status === 'done';
}

function yamlScalar(value: string): string {
  return /^[\p{L}\d][\p{L}\d ./_-]*$/u.test(value) ? value : JSON.stringify(value);
}

/** The rows with what is read of them, by their order. */
function paired(
  service: OkrLanguageService,
  text: string,
  groups: readonly Group[],
  today: string,
): readonly (readonly [Row, Row | undefined])[] {
  const document = service.read(text, { force: true });
  const back = rowsOf(service, { document, settings: DEFAULT_SETTINGS, today });
  return flat(groups).map((row, n) => [row, back[n]]);
}

function lost(service: OkrLanguageService, text: string, groups: readonly Group[], today: string): Problem[] {
  const document = service.read(text, { force: true });
  const lines = document
    .objectives()
    .flatMap(({ item, offset, keyResults, initiatives }) =>
      [{ item, offset }, ...keyResults, ...initiatives].map(
        (one) => document.lines.positionAt(one.offset + one.item.statement.span.start).line + 1,
      ),
    );
  return paired(service, text, groups, today).flatMap(([row, back], n) => {
    const columns = COLUMNS.filter(
      (column) => row[column] !== '' && !same(column, row[column], back?.[column] ?? ''),
    );
    const line = lines[n] ?? 1;
    return columns.map((column) => ({ line, message: message(column, row[column], back?.[column] ?? '') }));
  });
}

function same(column: Column, wanted: string, got: string): boolean {
  const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();
  if (column === 'owner' || column === 'labels' || column === 'parent_id')
    return splitList(wanted).map(tidy).sort().join() === splitList(got).map(tidy).sort().join();
  return tidy(wanted) === tidy(got);
}

function message(column: Column, wanted: string, got: string): string {
  return got === ''
    ? `${column} "${wanted}" has no place in the document.`
    : `${column} "${wanted}" reads as "${got}" in the document.`;
}
