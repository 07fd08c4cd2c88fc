/** The table of key results: real table markup, heads that are buttons, sentences that are buttons. */
import type { ScorecardTexts } from '../../texts/scorecard';
import { progressBar } from './charts';
import { html } from './dom';
import { type Formats, valuesOf } from './format';
import { COLUMNS, type Column, type Row, type Sorting } from './rows';

export interface TableActions {
  sort(column: Column): void;
  open(uri: string, line: number): void;
  more(): void;
}

export interface TableInput {
  readonly rows: readonly Row[];
  readonly shown: number;
  readonly sorting: Sorting;
  readonly texts: ScorecardTexts;
  readonly formats: Formats;
}

export function tableOf(
  { rows, shown, sorting, texts, formats }: TableInput,
  actions: TableActions,
): Element {
  if (rows.length === 0) return html('p', { class: 'quiet', role: 'status' }, texts.noMatch);
  const body = html('tbody');
  for (const row of rows.slice(0, shown)) body.append(rowOf(row, texts, formats, actions));
  const table = html(
    'table',
    {},
    html('caption', { class: 'for-readers' }, texts.tableCaption),
    html('thead', {}, html('tr', {}, ...COLUMNS.map((column) => head(column, sorting, texts, actions)))),
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

function rowOf(row: Row, texts: ScorecardTexts, formats: Formats, { open }: TableActions): HTMLElement {
  const { plan, goal, result, owners } = row;
  const cell = (column: Column, ...content: (Node | string | undefined)[]) =>
    html('td', { class: `column-${column}` }, ...content);
  const { progress, pace, elapsed, verdict, due } = result;
  return html(
    'tr',
    {},
    html(
      'th',
      { scope: 'row', class: 'column-keyResult' },
      link([result.label, result.text].filter(Boolean).join(' '), plan.name, result.line, texts, () =>
        open(plan.uri, result.line),
      ),
      html('div', { class: 'quiet goal' }, goal.text),
      result.problem === undefined ? undefined : html('div', { class: 'problem' }, result.problem),
    ),
    cell('team', plan.team ?? texts.unknown),
    cell('owner', owners.join(', ') || texts.unknown),
    cell('cycle', plan.cycle ?? texts.unknown),
    cell('verdict', html('span', { class: `badge ${verdict}` }, texts.verdictNames[verdict])),
    cell(
      'progress',
      ...(progress === undefined
        ? []
        : [
            progressBar(
              [
                texts.progressOf(formats.percent(progress)),
                elapsed === undefined ? '' : texts.expected(formats.percent(elapsed)),
              ]
                .filter(Boolean)
                .join(', '),
              progress,
              pace ?? 'plain',
              elapsed,
            ),
            html('span', { class: 'percent' }, formats.percent(progress)),
          ]),
      html('div', { class: 'quiet' }, valuesOf(result, formats, texts) || texts.unknown),
    ),
    cell('pace', pace ? html('span', { class: `badge ${pace}` }, texts.paceNames[pace]) : texts.unknown),
    cell('due', due === undefined ? texts.unknown : formats.date(due)),
  );
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
