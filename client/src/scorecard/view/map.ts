/** The alignment map as SVG; every box is a link to its objective, and the arrows are also a list in words. */
import type { ScorecardTexts } from '../../texts/scorecard';
import type { Plan } from '../model';
import { html, svg } from './dom';
import { type Box, layoutOf } from './layout';
import { clamp } from './rows';

const BOX = { width: 230, height: 74 };
const GAP = { x: 70, y: 18 };
const MARGIN = 6;
const LINE_LENGTH = 33;
const LINES = 3;
const MOST_BOXES = 300;

/** `isPart`: filters leave some of the objectives out. */
export function alignmentMap(
  plans: readonly Plan[],
  isPart: boolean,
  texts: ScorecardTexts,
  open: (uri: string, line: number) => void,
): HTMLElement {
  const { boxes, arrows, columns, rows } = layoutOf(plans);
  const section = html('section', {}, html('h2', { id: 'map-title' }, texts.map));
  const instead =
    arrows.length === 0
      ? isPart
        ? texts.noMapHere
        : texts.noMap
      : boxes.length > MOST_BOXES
        ? texts.mapTooLarge(boxes.length, MOST_BOXES)
        : undefined;
  if (instead !== undefined) {
    section.append(html('p', { class: 'quiet' }, instead));
    return section;
  }
  const width = columns * (BOX.width + GAP.x) - GAP.x + 2 * MARGIN;
  const height = rows * (BOX.height + GAP.y) - GAP.y + 2 * MARGIN;
  const picture = svg(
    'svg',
    {
      class: 'map',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-labelledby': 'map-title',
    },
    arrowHead(),
    ...arrows.map(({ from, to }) => arrow(from, to)),
    ...boxes.map((box) => boxOf(box, open)),
  );
  const inWords = html('ul', { class: 'for-readers' });
  for (const { from, to } of arrows)
    inWords.append(html('li', {}, texts.supports(from.goal.text, to.goal.text)));
  section.append(
    html('p', { class: 'quiet' }, texts.mapHint),
    html(
      'div',
      { id: 'map', class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'map-title' },
      picture,
    ),
    inWords,
  );
  return section;
}

function corner({ column, row }: Box): { x: number; y: number } {
  return { x: MARGIN + column * (BOX.width + GAP.x), y: MARGIN + row * (BOX.height + GAP.y) };
}

function arrowHead(): SVGElement {
  const marker = svg(
    'marker',
    { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' },
    svg('path', { d: 'M0 0 L8 4 L0 8 z', class: 'arrow-head' }),
  );
  return svg('defs', {}, marker);
}

/** From the left edge of what supports to the right edge of what is supported. */
function arrow(from: Box, to: Box): SVGElement {
  const [a, b] = [corner(from), corner(to)];
  const start = { x: a.x, y: a.y + BOX.height / 2 };
  const end = { x: b.x + BOX.width, y: b.y + BOX.height / 2 };
  const middle = (start.x + end.x) / 2;
  return svg('path', {
    class: 'arrow',
    'aria-hidden': 'true',
    'marker-end': 'url(#arrow)',
    d: `M${start.x} ${start.y} C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`,
  });
}

function boxOf(box: Box, open: (uri: string, line: number) => void): SVGElement {
  const { plan, goal } = box;
  const { x, y } = corner(box);
  const lines = linesOf(goal.text);
  const team = short(plan.team ?? plan.name, LINE_LENGTH);
  // Its name is what is seen, so that people who speak to their computer can say it.
  const link = svg(
    'g',
    { id: `box-${goal.key}`, class: 'box', role: 'link', tabindex: 0, transform: `translate(${x} ${y})` },
    svg('rect', { class: 'box-edge', width: BOX.width, height: BOX.height, rx: 4 }),
    svg('text', { class: 'box-team', x: 10, y: 15 }, `${team} `),
    svg('text', { class: 'box-text', x: 10, y: 31 }, `${lines[0] ?? ''} `),
    svg('text', { class: 'box-text', x: 10, y: 45 }, `${lines[1] ?? ''} `),
    svg('text', { class: 'box-text', x: 10, y: 59 }, lines[2] ?? ''),
    svg('rect', { class: 'track', x: 10, y: 66, width: BOX.width - 20, height: 3 }),
  );
  if (goal.progress !== undefined)
    link.append(
      svg('rect', {
        class: `fill ${goal.pace ?? 'plain'}`,
        x: 10,
        y: 66,
        width: Math.round(clamp(goal.progress) * (BOX.width - 20)),
        height: 3,
      }),
    );
  link.addEventListener('click', () => open(plan.uri, goal.line));
  link.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open(plan.uri, goal.line);
  });
  return link;
}

/** The text on at most three lines; what is too long ends in an ellipsis. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && lines.length < LINES - 1) {
    const space = rest.length <= LINE_LENGTH ? rest.length : rest.lastIndexOf(' ', LINE_LENGTH);
    const end = space > 10 || space === rest.length ? space : LINE_LENGTH;
    lines.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest === '' ? lines : [...lines, short(rest, LINE_LENGTH)];
}

function short(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
