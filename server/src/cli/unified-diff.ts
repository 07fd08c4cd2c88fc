/** What changes between two texts, as `diff -u` shows it. */
import { createTwoFilesPatch } from 'diff';

export function unifiedDiff(name: string, before: string, after: string): string {
  return createTwoFilesPatch(name, name, before, after, '', 'fixed', { context: 1 });
}
