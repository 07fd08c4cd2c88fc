/** Search and menus above the table. */
import type { ScorecardTexts } from '../../texts/scorecard';
import { html } from './dom';
import { choices, type Filters, NO_FILTERS, type Row } from './rows';

export function filterBar(
  rows: readonly Row[],
  start: Filters,
  language: string,
  texts: ScorecardTexts,
  change: (filters: Filters) => void,
): HTMLElement {
  let filters = start;
  const set = (changed: Partial<Filters>): void => {
    filters = { ...filters, ...changed };
    change(filters);
  };

  const search = html('input', {
    id: 'filter-text',
    type: 'search',
    placeholder: texts.searchHint,
    value: filters.text,
  });
  search.addEventListener('input', () => set({ text: search.value }));

  const menu = (name: 'team' | 'owner' | 'cycle', all: string, values: readonly string[]) => {
    const select = html('select', { id: `filter-${name}` }, html('option', { value: '' }, all));
    for (const value of values) select.append(html('option', { value }, value));
    select.value = filters[name];
    select.disabled = values.length === 0;
    select.addEventListener('change', () => set({ [name]: select.value }));
    return select;
  };
  const team = menu(
    'team',
    texts.everyTeam,
    choices(rows, ({ plan }) => [plan.team], language),
  );
  const owner = menu(
    'owner',
    texts.everyOwner,
    choices(rows, ({ owners }) => owners, language),
  );
  const cycle = menu(
    'cycle',
    texts.everyCycle,
    choices(rows, ({ plan }) => [plan.cycle], language),
  );

  const weak = html('input', { id: 'filter-weak', type: 'checkbox' });
  weak.checked = filters.weak;
  weak.addEventListener('change', () => set({ weak: weak.checked }));

  const reset = html('button', { id: 'filter-reset', type: 'button', class: 'secondary' }, texts.reset);
  reset.addEventListener('click', () => {
    search.value = '';
    for (const select of [team, owner, cycle]) select.value = '';
    weak.checked = false;
    set(NO_FILTERS);
  });

  const form = html(
    'form',
    { class: 'filters', role: 'search', 'aria-label': texts.filters },
    field(texts.search, search, 'wide'),
    field(texts.team, team),
    field(texts.owner, owner),
    field(texts.cycle, cycle),
    html('div', { class: 'check' }, weak, html('label', { for: weak.id }, texts.weakOnly)),
    reset,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

function field(name: string, control: HTMLElement, extra = ''): HTMLElement {
  return html('div', { class: `field ${extra}` }, html('label', { for: control.id }, name), control);
}
