/** Closure and choice over key results of our own. */
import assert from 'node:assert/strict';
import { plainText } from '../../server/src/rewrite/index';
import type { Language } from '../../server/src/text/language';
import { closureFaults, documentWith, placementFaults, rewordings } from './closure';
import { ENGLISH, VIETNAMESE } from './lines';
import { keyResults, type Setting } from './pipeline';

const LINES = { en: ENGLISH, vi: VIETNAMESE } as const;

for (const language of ['en', 'vi'] as const satisfies readonly Language[])
  describe(`rewrites of our own lines (${language})`, () => {
    it('there are enough of them, each once', () => {
      const sentences = LINES[language].map(([, sentence]) => sentence);
      assert.ok(sentences.length >= 60);
      assert.equal(new Set(sentences).size, sentences.length);
    });

    for (const [team, sentence] of LINES[language])
      it(sentence, () => {
        const setting: Setting = { language, ...(team && { team }) };
        const text = documentWith(sentence, setting);
        const item = keyResults(text, setting)[1];
        assert.ok(item && item.findings.length > 0, 'nothing is found, so nothing is rewritten');
        const offered = rewordings(text, setting);
        const warned = item.findings.some(({ severity }) => severity === 'warning');
        assert.ok(offered.length >= (warned ? 2 : 1), `only ${offered.length} rewordings`);
        for (const { rule, suggestion } of offered)
          assert.deepEqual(
            closureFaults(text, setting, rule, suggestion),
            [],
            `${rule}: ${plainText(suggestion.statement ?? [])}`,
          );
        for (const { ruleId } of item.findings)
          for (const suggestion of item.suggestions(ruleId))
            if (!suggestion.statement)
              assert.deepEqual(
                placementFaults(text, setting, suggestion),
                [],
                `${ruleId}: ${suggestion.title}`,
              );
      });
  });
