/** The article's own judgement, where `../shared` is present: the default profile must agree with it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { checkStatement, type Finding, resolveSeverities } from '../../server/src/rules';
import { analyse } from '../../server/src/statement';
import { itemOf } from './cases';

const corpus = new URL('../../../shared/corpus/article.jsonl', import.meta.url);

interface Line {
  readonly id: string;
  readonly kind: 'kr' | 'objective';
  readonly label: string;
  readonly text: string;
}

function findingsOf({ kind, text }: Line, form: 'NFC' | 'NFD'): readonly Finding[] {
  const written = text.normalize(form);
  const item = itemOf({ kind: kind === 'kr' ? 'key-result' : 'objective', text: written, fields: [] });
  return checkStatement({ item, facts: analyse(written, 'vi') }, resolveSeverities('source'));
}

describe("the article's examples in the default profile", () => {
  before(function () {
    if (!existsSync(corpus)) this.skip();
  });
  const lines: readonly Line[] = existsSync(corpus)
    ? readFileSync(corpus, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    : [];

  it('holds 16 good and 8 bad key results, 4 good and 4 bad objectives', () => {
    const count = (kind: string, ...labels: string[]) =>
      lines.filter((line) => line.kind === kind && labels.includes(line.label)).length;
    assert.deepEqual(
      [
        count('kr', 'outcome'),
        count('kr', 'activity'),
        count('objective', 'good'),
        count('objective', 'bad'),
      ],
      [16, 8, 4, 4],
    );
  });

  for (const form of ['NFC', 'NFD'] as const)
    for (const line of lines) {
      const good = line.label === 'outcome' || line.label === 'good';
      it(`${line.id}, ${form}: ${good ? 'at most one information' : 'a warning'}`, () => {
        const findings = findingsOf(line, form);
        const shown = findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`).join(', ');
        const of = (...severities: string[]) =>
          findings.filter(({ severity }) => severities.includes(severity));
        if (good) {
          assert.equal(of('error', 'warning').length, 0, shown);
          assert.ok(of('information').length <= 1, shown);
        } else assert.equal(of('error', 'warning').length, 1, shown);
      });
    }
});
