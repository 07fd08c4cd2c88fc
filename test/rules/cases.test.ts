import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { ruleTexts } from '../../server/src/explain/catalogue';
import { checkStatement, type Finding, RULES, type StatementRule } from '../../server/src/rules';
import { analyse } from '../../server/src/statement';
import { LANGUAGES, type Language } from '../../server/src/text/language';
import { type Case, itemOf, parseCases, withMarks } from './cases';

/** Fewer cases than this per rule and language are no evidence. */
const FEWEST_CASES = 15;

function findingsOf(rule: StatementRule, testCase: Case, language: Language): readonly Finding[] {
  const context = { item: itemOf(testCase), facts: analyse(testCase.text, language) };
  return checkStatement(context, (id) => (id === rule.id ? 'hint' : 'off'));
}

/** Every name in the message's wording that the finding does not fill in. */
function unfilled({ ruleId, variant, params }: Finding, language: Language): readonly string[] {
  const texts = ruleTexts(ruleId, language);
  const template = (variant && texts?.variants?.[variant]) || texts?.message || '';
  return [...template.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '').filter((name) => !params?.[name]);
}

const statementRules = RULES.filter((rule): rule is StatementRule => rule.scope !== 'document');

describe('rules on their cases', () => {
  for (const rule of statementRules) {
    if (rule.id === 'empty-item') continue; // has no words to mark; see rules.test.ts
    const path = new URL(`cases/${rule.id}.txt`, import.meta.url);
    describe(rule.id, () => {
      it('has a case file', () => assert.ok(existsSync(path)));
      if (!existsSync(path)) return;
      const file = readFileSync(path, 'utf8');
      const scope = rule.scope === 'objective' ? 'objective' : 'key-result';
      for (const form of ['NFC', 'NFD'] as const)
        for (const language of LANGUAGES)
          it(`${language}, ${form}`, () => {
            const cases = parseCases(file, form, scope)[language];
            assert.ok(cases.length >= FEWEST_CASES, `${cases.length} cases in ${language}`);
            assert.ok(cases.some(({ marks }) => marks.length === 0));
            const wrong: string[] = [];
            for (const testCase of cases) {
              const findings = findingsOf(rule, testCase, language);
              const expected = withMarks(testCase.text, testCase.marks);
              const actual = withMarks(
                testCase.text,
                findings.map(({ span }) => span),
              );
              if (actual !== expected) wrong.push(`line ${testCase.line}: ${expected}\n         got: ${actual}`);
              for (const finding of findings) {
                const missing = unfilled(finding, language);
                if (missing.length > 0) wrong.push(`line ${testCase.line}: no words for {${missing}}`);
              }
            }
            assert.equal(wrong.length, 0, `${rule.id}\n${wrong.join('\n')}`);
          });
    });
  }
});
