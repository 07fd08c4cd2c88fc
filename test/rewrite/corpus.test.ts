/** Closure over the shared development corpus; skipped where it is not there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { plainText } from '../../server/src/rewrite/index';
import { TEAMS, type TeamId } from '../../server/src/teams/index';
import { closureFaults, documentWith, rewordings } from './closure';
import { keyResults, type Setting } from './pipeline';

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly team: string;
  readonly text: string;
}

const FILES = [
  { file: 'en-dev.jsonl', language: 'en' },
  { file: 'vi-dev.jsonl', language: 'vi' },
  { file: 'article.jsonl', language: 'vi' },
] as const;

function linesOf(url: URL): readonly Line[] {
  return readFileSync(url, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .filter(({ kind }) => kind === 'kr');
}

for (const { file, language } of FILES) {
  describe(`rewrites of ${file}`, function () {
    this.timeout(60_000);
    const url = new URL(`../../../shared/corpus/${file}`, import.meta.url);

    it('are closed, and there is a choice of them', function () {
      if (!existsSync(url)) return this.skip();
      const faulty: string[] = [];
      const flagged = { all: 0, one: 0, specific: 0, three: 0 };
      for (const { id, team, text: sentence } of linesOf(url)) {
        const setting: Setting = {
          language,
          ...(TEAMS.includes(team as TeamId) && { team: team as TeamId }),
        };
        const text = documentWith(sentence, setting);
        const offered = rewordings(text, setting);
        for (const { rule, suggestion } of offered) {
          const faults = closureFaults(text, setting, rule, suggestion);
          if (faults.length > 0)
            faulty.push(
              `${id} ${sentence}\n    ${rule}: ${plainText(suggestion.statement ?? [])}\n    ${faults.join('; ')}`,
            );
        }
        const warned = keyResults(text, setting)[1]?.findings.some(({ severity }) => severity === 'warning');
        if (!warned) continue;
        flagged.all++;
        if (offered.length >= 1) flagged.one++;
        if (offered.some(({ suggestion }) => !suggestion.id.startsWith('skeleton'))) flagged.specific++;
        if (offered.length >= 3) flagged.three++;
      }
      const share = (count: number): string => `${count}/${flagged.all}`;
      console.log(
        `    ${file}: flagged with a rewrite ${share(flagged.one)}, with a metric of its own ${share(flagged.specific)}, with three ${share(flagged.three)}`,
      );
      assert.deepEqual(faulty, [], `${faulty.length} rewordings are not closed:\n${faulty.join('\n')}`);
      assert.ok(flagged.one >= 0.97 * flagged.all, `only ${share(flagged.one)} have a rewrite`);
    });
  });
}
