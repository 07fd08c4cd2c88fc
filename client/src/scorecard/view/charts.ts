/** Bars as small SVG pictures, each with its numbers in words beside it: colour alone says nothing. */
import { html, svg } from './dom';
import { clamp } from './rows';

const WIDTH = 100;

/** How far somebody is; a tick shows how much of the time has passed. */
export function progressBar(label: string, share: number, kind: string, elapsed?: number): SVGSVGElement {
  const bar = svg(
    'svg',
    {
      class: 'bar',
      viewBox: `0 0 ${WIDTH} 8`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': label,
    },
    svg('title', {}, label),
    svg('rect', { class: 'track', width: WIDTH, height: 8 }),
    svg('rect', { class: `fill ${kind}`, width: round(clamp(share) * WIDTH), height: 8 }),
  );
  if (elapsed !== undefined)
    bar.append(svg('rect', { class: 'tick', x: round(clamp(elapsed) * (WIDTH - 1)), width: 1, height: 8 }));
  return bar;
}

export interface Part {
  readonly name: string;
  readonly kind: string;
  readonly count: number;
}

/** Counts as parts of one bar, with a legend that holds the numbers. */
export function stackedBar(title: string, parts: readonly Part[]): HTMLElement {
  const shown = parts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const bar = svg('svg', {
    class: 'stack',
    viewBox: `0 0 ${WIDTH} 10`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  let x = 0;
  for (const { kind, count } of shown) {
    const width = (count / total) * WIDTH;
    bar.append(
      svg('rect', {
        class: `fill ${kind}`,
        x: round(x),
        width: round(Math.max(width - 0.4, 0.2)),
        height: 10,
      }),
    );
    x += width;
  }
  const legend = html('ul', { class: 'legend' });
  for (const { name, kind, count } of shown)
    legend.append(
      html(
        'li',
        {},
        html('span', { class: `dot ${kind}`, 'aria-hidden': 'true' }),
        html('span', { class: 'legend-name' }, name),
        html('span', { class: 'legend-count' }, String(count)),
      ),
    );
  return figure(title, bar, legend);
}

export interface Bar {
  readonly name: string;
  readonly share: number;
  readonly value: string;
}

export function barList(title: string, bars: readonly Bar[], none: string): HTMLElement {
  if (bars.length === 0) return figure(title, html('p', { class: 'quiet' }, none));
  // Long lists scroll, by keyboard too.
  const list = html('ul', { class: 'bars', tabindex: 0, 'aria-label': title });
  for (const { name, share, value } of bars) {
    const bar = progressBar(`${name}: ${value}`, share, 'plain');
    bar.setAttribute('aria-hidden', 'true');
    bar.removeAttribute('role');
    list.append(
      html(
        'li',
        {},
        html('span', { class: 'bar-name' }, name),
        bar,
        html('span', { class: 'bar-value' }, value),
      ),
    );
  }
  return figure(title, list);
}

function figure(title: string, ...content: readonly Element[]): HTMLElement {
  return html('section', { class: 'card chart' }, html('h3', {}, title), ...content);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
