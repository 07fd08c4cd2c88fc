/** The scorecard in its webview: takes the data from the extension, draws it, keeps filters and sorting. */
import { scorecardTexts } from '../../texts/scorecard';
import type { FromView, Scorecard, ToView } from '../model';
import { barList, stackedBar } from './charts';
import { html } from './dom';
import { filterBar } from './filters';
import { formatsOf } from './format';
import { alignmentMap } from './map';
import {
  columnsOf,
  countsOf,
  type Filters,
  filtered,
  isFiltering,
  NO_FILTERS,
  nextSorting,
  plansOfRows,
  progressByTeam,
  type Row,
  rowsOf,
  type Sorting,
  sorted,
} from './rows';
import { tableOf } from './table';

interface Kept {
  readonly filters: Filters;
  readonly sorting: Sorting;
}

interface VsCode {
  postMessage(message: FromView): void;
  getState(): Partial<Kept> | undefined;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): VsCode;

/** Rows that are drawn at once. */
const PAGE = 300;

const vscode = acquireVsCodeApi();
const kept = vscode.getState();
let filters: Filters = { ...NO_FILTERS, ...kept?.filters };
let sorting: Sorting = kept?.sorting ?? { down: false };
let shown = PAGE;
let scorecard: Scorecard | undefined;

const root = document.getElementById('root') ?? document.body;
const results = html('div', { class: 'results' });

globalThis.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (data?.type !== 'scorecard') return;
  scorecard = data.scorecard;
  drawAll(scorecard);
});
vscode.postMessage({ type: 'ready' });

function open(uri: string, line: number): void {
  vscode.postMessage({ type: 'open', uri, line });
}

function drawAll(card: Scorecard): void {
  const texts = scorecardTexts(card.language);
  document.documentElement.lang = card.language;
  const rows = rowsOf(card.plans);
  const focus = document.activeElement?.id;
  if (rows.length === 0) {
    root.replaceChildren(
      html('h1', {}, texts.title),
      html('p', {}, texts.empty),
      html('p', { class: 'quiet' }, texts.emptyHint),
    );
    return;
  }
  filters = stillPossible(rows, filters);
  root.replaceChildren(
    html('h1', {}, texts.title),
    ...(card.truncated ? [html('p', { class: 'problem' }, texts.truncated(card.plans.length))] : []),
    filterBar(rows, filters, card.language, texts, (changed) => {
      filters = changed;
      shown = PAGE;
      keep();
      drawResults(card);
    }),
    results,
  );
  drawResults(card);
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
}

/** A team, owner or cycle that is gone from the documents would hide everything. */
function stillPossible(rows: readonly Row[], { team, owner, cycle, ...rest }: Filters): Filters {
  return {
    ...rest,
    team: rows.some(({ plan }) => plan.team === team) ? team : '',
    owner: rows.some(({ owners }) => owners.includes(owner)) ? owner : '',
    cycle: rows.some(({ plan }) => plan.cycle === cycle) ? cycle : '',
  };
}

function drawResults(card: Scorecard): void {
  const { language } = card;
  const texts = scorecardTexts(language);
  const formats = formatsOf(language);
  const all = rowsOf(card.plans);
  const rows = filtered(all, filters);
  const focus = document.activeElement?.id;
  const scrolled = document.getElementById('map')?.scrollLeft ?? 0;
  const isPart = isFiltering(filters);
  const counts = countsOf(rows);
  const number = (name: string, value: string) =>
    html('div', { class: 'card number' }, html('dd', {}, value), html('dt', {}, name));
  results.replaceChildren(
    html('h2', { class: 'for-readers' }, texts.summary),
    html(
      'dl',
      { class: 'numbers' },
      number(texts.objectives, formats.number(counts.objectives)),
      number(texts.keyResults, formats.number(rows.length)),
      number(
        texts.measurable,
        rows.length === 0 ? texts.unknown : formats.percent(counts.measurable / rows.length),
      ),
      number(
        texts.averageProgress,
        counts.progress === undefined ? texts.unknown : formats.percent(counts.progress),
      ),
    ),
    html('h2', { class: 'for-readers' }, texts.charts),
    html(
      'div',
      { class: 'charts' },
      stackedBar(
        texts.verdicts,
        [...counts.verdicts].map(([kind, count]) => ({ kind, count, name: texts.verdictNames[kind] })),
      ),
      stackedBar(
        texts.paces,
        [...counts.paces].map(([kind, count]) => ({ kind, count, name: texts.paceNames[kind] })),
      ),
      barList(
        texts.progressByTeam,
        progressByTeam(rows, language).map(({ team, progress }) => ({
          name: team ?? texts.noTeam,
          share: progress,
          value: formats.percent(progress),
        })),
        texts.noProgress,
      ),
    ),
    html('h2', {}, texts.table),
    html('p', { class: 'quiet', role: 'status' }, texts.shown(rows.length, all.length)),
    tableOf(
      { rows: sorted(rows, sorting, language), columns: columnsOf(all), shown, sorting, texts, formats },
      {
        open,
        sort(column) {
          sorting = nextSorting(sorting, column);
          keep();
          drawResults(card);
        },
        more() {
          shown += PAGE;
          drawResults(card);
        },
      },
    ),
    alignmentMap(isPart ? plansOfRows(card.plans, rows) : card.plans, isPart, texts, open),
  );
  document.getElementById('map')?.scrollTo({ left: scrolled });
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
}

function keep(): void {
  vscode.setState({ filters, sorting });
}
