/** What two lists share at their ends. */

type Same<T> = (one: T | undefined, other: T | undefined) => boolean;

const identical = (one: unknown, other: unknown) => one === other;

/** How many members at the start of two lists are the same. */
export function commonStart<T>(a: readonly T[], b: readonly T[], same: Same<T> = identical): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && same(a[count], b[count])) count++;
  return count;
}

/** How many at the end, not counting the first `taken`. */
export function commonEnd<T>(
  a: readonly T[],
  b: readonly T[],
  taken: number,
  same: Same<T> = identical,
): number {
  const most = Math.min(a.length, b.length) - taken;
  let count = 0;
  while (count < most && same(a[a.length - 1 - count], b[b.length - 1 - count])) count++;
  return count;
}
