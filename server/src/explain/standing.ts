import type { Cycle, Progress } from '../progress';
import { fill, type HoverTexts } from './catalogue';
import { escapeMarkdown } from './markdown';

/** Where an objective stands, for its hover. */
export interface Standing {
  readonly cycle?: Cycle;
  readonly progress: Progress;
  /** Key results that can be measured, of all. */
  readonly measurable: number;
  readonly total: number;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** One line: `2 of 3 key results can be measured · 40% reached, 52% of 2026-Q3 has passed`. Empty where nothing is known. */
export function standingLine({ cycle, progress, measurable, total }: Standing, texts: HoverTexts): string {
  const { standing } = texts;
  const time = cycle && {
    cycle: escapeMarkdown(cycle.text),
    elapsed: progress.elapsed === undefined ? '' : percent(progress.elapsed),
  };
  const share = progress.progress ?? progress.stated;
  const counts = { measurable: String(measurable), total: String(total) };
  return [
    total > 0 && fill(standing.measurable, counts),
    share !== undefined && fill(standing.progress, { progress: percent(share) }),
    time && fill(progress.elapsed === undefined ? standing.cycle : standing.elapsed, time),
  ]
    .filter(Boolean)
    .join(' · ');
}
