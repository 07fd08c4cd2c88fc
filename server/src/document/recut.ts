/** Which sections a change leaves alone. */
import type { Span } from '../text/span';
import type { Steps } from '../text/steps';
import type { Text } from '../text/text';
import type { Entry } from './entry';
import { lineAt } from './lines';
import { cutInSteps, type Section, SIZES } from './sections';

export interface Recut {
  readonly entries: readonly Entry[];
  /** How many entries at both ends are those of the text before. */
  readonly keptBefore: number;
  readonly keptAfter: number;
}

/** Where the second line of a text ends. */
const afterTwoLines = (text: string) => lineAt(text, lineAt(text, 0).next).next;

/**
 * The sections of `newText`: those before and behind the change are taken over.
 * @param headLength where the sections of the old text begin, and those of the new
 */
export function* recut(
  old: readonly Entry[],
  oldText: Text,
  newText: Text,
  { span, inserted }: { readonly span: Span; readonly inserted: number },
  headLength: number,
): Steps<Recut> {
  const shift = inserted - (span.end - span.start);
  let first = 0;
  let start = headLength;
  // The section that holds the unit before the change is cut anew: what follows it may now belong to it.
  while (first < old.length - 1 && start + (old[first] as Entry).section.length < span.start) {
    start += (old[first] as Entry).section.length;
    first++;
  }
  // That a section begins here is said by its first line, and in a table by the second.
  if (first > 0 && span.start - start <= afterTwoLines(oldText.slice(start, span.start + 1)))
    start -= (old[--first] as Entry).section.length;
  /** Cuts to the place, moved, of a section of the old text, and says which; `text` begins where cutting does. */
  function* cut(text: string) {
    let next = first;
    let nextStart = start;
    const stopAt = (offset: number) => {
      while (next < old.length && (nextStart <= span.end || nextStart + shift < start + offset)) {
        nextStart += (old[next] as Entry).section.length;
        next++;
      }
      return next < old.length && nextStart + shift === start + offset;
    };
    const { sections, end } = yield* cutInSteps(text, 0, stopAt);
    return { sections, end: start + end, next };
  }
  const near = newText.slice(start, span.start + inserted + SIZES.near);
  let { sections, end, next } = yield* cut(near);
  // What the cutter makes of a line can depend on the one that follows it.
  const isSure = end - start + afterTwoLines(near.slice(end - start)) < near.length;
  if (!isSure && start + near.length < newText.length)
    ({ sections, end, next } = yield* cut(newText.slice(start)));
  const rest = end < newText.length ? old.slice(next) : [];
  const { entries, same } = takeOver(old, first, start, sections, span.start);
  return {
    entries: old.slice(0, first).concat(entries, rest),
    keptBefore: first + same,
    keptAfter: rest.length,
  };
}

/** New sections before the change that are the old ones keep what was made of them. */
function takeOver(
  old: readonly Entry[],
  first: number,
  start: number,
  sections: readonly Section[],
  before: number,
): { readonly entries: Entry[]; readonly same: number } {
  let end = start;
  let same = 0;
  const entries = sections.map((section, i): Entry => {
    const entry = old[first + i];
    end += section.length;
    if (same !== i || entry?.section.length !== section.length || end > before) return { section };
    same++;
    return entry;
  });
  return { entries, same };
}
