/** Owners that the documents of the workspace name, the busiest first. */

import { alignmentKey as keyOf } from '../../../alignment';
import type { ChunkContent } from '../../../document/model';
import { Notes } from '../../../text/notes';
import { fill, textsOf } from '../texts';
import { matches } from './match';
import type { CompletionEntry, CompletionRequest, Typed } from './model';

const MOST = 100;
const HANDLE = /@([\p{L}\p{M}\p{N}_.-]+)/gu;

const kept = new Notes<ChunkContent, readonly string[]>();

/** Handles in the owner fields of a chunk, without the sign. */
function handlesIn(content: ChunkContent): readonly string[] {
  let handles = kept.get(content);
  if (!handles) {
    handles = content.items.flatMap(({ fields }) =>
      fields
        .filter(({ name }) => name === 'owner')
        .flatMap(({ value }) => Array.from(value.matchAll(HANDLE), ([, handle]) => handle as string)),
    );
    kept.set(content, handles);
  }
  return handles;
}

/** `typed` begins behind the sign. */
export function owners(
  { index, document, settings, offset, reader }: CompletionRequest,
  typed: Typed,
): CompletionEntry[] {
  const counts = new Map<string, { handle: string; count: number }>();
  const count = (handle: string, by: number) => {
    const known = counts.get(keyOf(handle));
    if (known) known.count += by;
    else counts.set(keyOf(handle), { handle, count: by });
  };
  // What is being typed is not yet somebody.
  const beingTyped = keyOf(typed.text);
  for (const name of index.names())
    for (const content of index.reading(name)?.chunks.contents ?? [])
      for (const one of handlesIn(content)) count(one, 1);
  const unfinished = counts.get(beingTyped);
  if (unfinished && document.text[typed.start - 1] === '@') unfinished.count--;
  for (const owner of settings.owners ?? []) count(owner.replace(/^@/, ''), 0);
  const listed = new Set(settings.owners?.map((owner) => keyOf(owner.replace(/^@/, ''))));
  return [...counts.values()]
    .filter((one) => (one.count > 0 || listed.has(keyOf(one.handle))) && matches(one.handle, typed.text))
    .sort((a, b) => b.count - a.count || a.handle.localeCompare(b.handle))
    .slice(0, MOST)
    .map((one) => ({
      label: `@${one.handle}`,
      kind: 'owner',
      parts: [one.handle],
      span: { start: typed.start, end: offset },
      ...(one.count > 0 ? { detail: fill(textsOf(reader).completion.owner, { count: one.count }) } : {}),
    }));
}
