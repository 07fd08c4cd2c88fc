import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { wording } from '../../server/src/rules/wording';
import { LANGUAGES } from '../../server/src/text/language';

/** Metric names of the lexicon: every list but the marks that repeat or describe them. */
function metricKeys(language: string): ReadonlySet<string> {
  const file = new URL(`../../server/src/statement/${language}/metrics.yaml`, import.meta.url);
  const groups = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const names = Object.entries(groups)
    .filter(([group]) => group.includes('-') || group === 'neutral')
    .flatMap(([, list]) => (Array.isArray(list) ? (list as string[]) : []));
  return new Set(names);
}

describe('wording', () => {
  for (const language of LANGUAGES)
    it(`${language}: names only metrics that the lexicon has, so that none is listed in vain`, () => {
      const keys = metricKeys(language);
      const { flowMetrics, promoterScores, shares } = wording(language);
      const unknown = [...flowMetrics, ...promoterScores, ...shares].filter((key) => !keys.has(key));
      assert.deepEqual(unknown, []);
    });
});
