import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { ruleTexts } from '../../server/src/explain/catalogue';
import {
  checkStatement,
  type Finding,
  RULES,
  resolveSeverities,
  type StatementRule,
} from '../../server/src/rules';
import { analyse } from '../../server/src/statement';
import { LANGUAGES, type Language } from '../../server/src/text/language';
import type { Span } from '../../server/src/text/span';
import { type Case, itemOf, parseCases, withMarks } from './cases';

/** Fewer cases than this per rule and language are no evidence. */
const FEWEST_CASES = 15;

function findingsOf(rule: StatementRule, testCase: Case, language: Language): readonly Finding[] {
  const context = { item: itemOf(testCase), facts: analyse(testCase.text, language) };
  return checkStatement(context, (id) => (id === rule.id ? 'hint' : 'off'));
}

/**
 * One finding for each mark and none besides. A finding begins with the marked words and covers them; it may underline
 * a unit or a place that follows, which is for the statement's facts to say.
 */
function agree(marks: readonly Span[], findings: readonly Finding[]): boolean {
  return (
    marks.length === findings.length &&
    marks.every((mark, index) => {
      const span = findings[index]?.span;
      return span?.start === mark.start && span.end >= mark.end;
    })
  );
}

/** Every name in the message's wording that the finding does not fill in. */
function unfilled({ ruleId, variant, params, figures }: Finding, language: Language): readonly string[] {
  const texts = ruleTexts(ruleId, language);
  const template = (variant && texts?.variants?.[variant]) || texts?.message || '';
  return [...template.matchAll(/\{(\w+)\}/gu)]
    .map((match) => match[1] ?? '')
    .filter((name) => !params?.[name] && figures?.[name] === undefined);
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
              if (!agree(testCase.marks, findings)) {
                const expected = withMarks(testCase.text, testCase.marks);
                const actual = withMarks(
                  testCase.text,
                  findings.map(({ span }) => span),
                );
                wrong.push(`line ${testCase.line}: ${expected}\n         got: ${actual}`);
              }
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

describe('all rules together', () => {
  const file = readFileSync(new URL('together.txt', import.meta.url), 'utf8');
  for (const form of ['NFC', 'NFD'] as const)
    for (const language of LANGUAGES)
      it(`${language}, ${form}: nothing missing, nothing too much`, () => {
        const wrong: string[] = [];
        for (const { source, line } of parseCases(file, 'NFC', 'key-result')[language]) {
          const [statement = '', expected = ''] = source.split('=>').map((part) => part.trim());
          const kind = statement.startsWith('O: ') ? 'objective' : 'key-result';
          const text = statement.replace(/^O: /u, '').normalize(form);
          const context = { item: itemOf({ kind, text, fields: [] }), facts: analyse(text, language) };
          const actual = checkStatement(context, resolveSeverities('source'))
            .map(({ ruleId, severity }) => `${ruleId} ${severity}`)
            .join(', ');
          if (actual !== expected)
            wrong.push(`line ${line}: ${statement}\n  expected: ${expected}\n  actual:   ${actual}`);
        }
        assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
      });
});
