/** What the headings near the top of a text say about it. */
import type { Entry } from './entry';
import type { Evidence } from './recognise';
import type { Section } from './sections';

/** Titles that decide stand near the top. */
const TOP = 3_000;

/** What the titles in the first `reach` units of a section say; `first`: no heading stands before the section. */
function titlesOf({ titles }: Section, reach: number, first: boolean): Evidence['title'][] {
  return titles
    .filter(({ at }) => at < reach)
    .map((title) => {
      if (title.essay) return 'essay';
      return title.depth === 1 || (first && title.first) ? 'okr' : 'part';
    });
}

/**
 * The title that decides what a text is.
 * @param from where the first of the entries begins
 */
export function titleOf(entries: readonly Entry[], from: number): Evidence['title'] {
  const titles: Evidence['title'][] = [];
  let start = from;
  let headings = 0;
  for (const { section } of entries) {
    if (start >= TOP) break;
    titles.push(...titlesOf(section, TOP - start, headings === 0));
    headings += section.counts.headings;
    start += section.length;
  }
  return titles.find((kind) => kind === 'okr') ?? titles[0] ?? 'none';
}
