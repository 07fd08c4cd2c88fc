/** Whether two metrics say the same in other words. */
import type { SentenceMetric } from './metric-sentence';

/** Above this share of common words two names say the same. */
const SAME = 0.6;

function wordSet(name: string): ReadonlySet<string> {
  return new Set(
    name
      .toLowerCase()
      .replace(/\{\p{L}+\}/gu, '')
      .match(/[\p{L}\p{N}]+/gu),
  );
}

/** Whether a team's metric is an effect in general words: "who use the new feature weekly", "who use {object} weekly". */
export function sayTheSame(one: string, other: string): boolean {
  const [a, b] = [wordSet(one), wordSet(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common) >= SAME;
}

/** The first of those that say the same. */
export function distinct(metrics: readonly SentenceMetric[]): readonly SentenceMetric[] {
  const kept: SentenceMetric[] = [];
  for (const metric of metrics)
    if (!kept.some(({ name }) => name === metric.name || sayTheSame(name, metric.name))) kept.push(metric);
  return kept;
}
