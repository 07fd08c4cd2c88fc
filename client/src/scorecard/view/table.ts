/** The table of key results: real table markup, heads that are buttons, sentences that are buttons. */
import type { ScorecardTexts } from '../../texts/scorecard';
import type { Result } from '../model';
import { progressBar } from './charts';
import { html } from './dom';
import { type Formats, valuesOf } from './format';
import type { Column, Row, Sorting } from './rows';

export interface TableActions {
  sort(column: Column): void;
  open(uri: string, line: number): void;
  more(): void;
}

export interface TableInput {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly shown: number;
  readonly sorting: Sorting;
  readonly texts: ScorecardTexts;
  readonly formats: Formats;
}

export function tableOf(
  { rows, columns, shown, sorting, texts, formats }: TableInput,
  actions: TableActions,
): Element {
  if (rows.length === 0) return html('p', { class: 'quiet', role: 'status' }, texts.noMatch);
  const body = html('tbody');
  for (const row of rows.slice(0, shown)) body.append(rowOf(row, columns, texts, formats, actions));
  const table = html(
    'table',
    {},
    html('caption', { class: 'for-readers' }, texts.tableCaption),
    html('thead', {}, html('tr', {}, ...columns.map((column) => head(column, sorting, texts, actions)))),
    body,
  );
  const wrapper = html(
    'div',
    { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': texts.table },
    table,
  );
  if (rows.length <= shown) return wrapper;
  const more = html('button', { class: 'secondary', type: 'button' }, texts.more(rows.length - shown));
  more.addEventListener('click', () => actions.more());
  return html('div', {}, wrapper, more);
}

function head(column: Column, { column: by, down }: Sorting, texts: ScorecardTexts, actions: TableActions) {
  const sorted = by === column;
  const mark = sorted ? (down ? '▼' : '▲') : '';
  const button = html(
    'button',
    { type: 'button', id: `sort-${column}` },
    texts[column],
    html('span', { class: 'sort-mark', 'aria-hidden': 'true' }, mark),
  );
  button.addEventListener('click', () => actions.sort(column));
  const order = sorted ? (down ? 'descending' : 'ascending') : 'none';
  return html('th', { scope: 'col', class: `column-${column}`, 'aria-sort': order }, button);
}

function rowOf(
  row: Row,
  columns: readonly Column[],
  texts: ScorecardTexts,
  formats: Formats,
  { open }: TableActions,
): HTMLElement {
  const { plan, goal, result, owners } = row;
  const { pace, verdict, due } = result;
  const cells: Record<Exclude<Column, 'keyResult'>, readonly (Node | string)[]> = {
    team: [plan.team ?? texts.unknown],
    owner: [owners.join(', ') || texts.unknown],
    cycle: [plan.cycle ?? texts.unknown],
    verdict: [html('span', { class: `badge ${verdict}` }, texts.verdictNames[verdict])],
    progress: progressOf(result, texts, formats),
    pace: [pace ? html('span', { class: `badge ${pace}` }, texts.paceNames[pace]) : texts.unknown],
    due: [due === undefined ? texts.unknown : formats.date(due)],
  };
  const sentence = html(
    'th',
    { scope: 'row', class: 'column-keyResult' },
    link([result.label, result.text].filter(Boolean).join(' '), plan.name, result.line, texts, () =>
      open(plan.uri, result.line),
    ),
    html('div', { class: 'quiet goal' }, goal.text),
    // The verdict beside it says the same of an activity.
    result.problem !== undefined &&
      verdict !== 'activity' &&
      html('div', { class: 'problem' }, result.problem),
  );
  const rest = columns.flatMap((column) =>
    column === 'keyResult' ? [] : [html('td', { class: `column-${column}` }, ...cells[column])],
  );
  return html('tr', {}, sentence, ...rest);
}

function progressOf(result: Result, texts: ScorecardTexts, formats: Formats): readonly Node[] {
  const { progress, elapsed, pace } = result;
  const values = html('div', { class: 'quiet' }, valuesOf(result, formats, texts) || texts.unknown);
  if (progress === undefined) return [values];
  const words = [
    texts.progressOf(formats.percent(progress)),
    ...(elapsed === undefined ? [] : [texts.expected(formats.percent(elapsed))]),
  ];
  return [
    progressBar(words.join(', '), progress, pace ?? 'plain', elapsed),
    html('span', { class: 'percent' }, formats.percent(progress)),
    values,
  ];
}

function link(
  text: string,
  name: string,
  line: number,
  texts: ScorecardTexts,
  act: () => void,
): HTMLButtonElement {
  const button = html('button', { type: 'button', class: 'link', title: texts.open(name, line + 1) }, text);
  button.addEventListener('click', act);
  return button;
}
