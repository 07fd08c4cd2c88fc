/** The rule pages are up to date, and their examples are true. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { renderIndex, renderPage } from '../../scripts/lib/rule-docs';
import { checkStatement, RULES, type Rule, type StatementRule } from '../../server/src/rules';
import { analyse } from '../../server/src/statement';
import { LANGUAGES, type Language } from '../../server/src/text/language';
import { itemOf } from './cases';

const folder = new URL('../../docs/rules/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

interface Example {
  readonly kind: 'bad' | 'good';
  readonly language: Language;
  readonly text: string;
  /** A whole document instead of a sentence a line. */
  readonly document: boolean;
}

function examplesOf(page: string): readonly Example[] {
  return [...page.matchAll(/^```okr-(bad|good)(-document)? (en|vi)\n([\s\S]*?)^```$/gmu)].map(
    ([, kind, document, language, text]) => ({
      kind: kind as Example['kind'],
      language: language as Language,
      text: text ?? '',
      document: document !== undefined,
    }),
  );
}

function gives(rule: StatementRule, text: string, language: Language): boolean {
  const kind = rule.scope === 'objective' ? 'objective' : 'key-result';
  const context = { item: itemOf({ kind, text, fields: [] }), facts: analyse(text, language) };
  return checkStatement(context, (id) => (id === rule.id ? 'hint' : 'off')).length > 0;
}

describe('rule pages', () => {
  it('are one per rule, with an index', () => {
    const expected = ['README.md', ...RULES.map(({ id }) => `${id}.md`)].sort();
    assert.deepEqual(readdirSync(folder).sort(), expected);
  });

  it('agree with the registry, the profiles and the messages', () => {
    assert.equal(read('README.md'), renderIndex(), 'README.md: run "npm run generate"');
    for (const rule of RULES) {
      const page = read(`${rule.id}.md`);
      assert.equal(page, renderPage(rule, page), `${rule.id}.md: run "npm run generate"`);
    }
  });

  for (const rule of RULES as readonly Rule[])
    it(`${rule.id}: every example is what the page says`, () => {
      const examples = examplesOf(read(`${rule.id}.md`));
      for (const language of LANGUAGES)
        for (const kind of ['bad', 'good'] as const)
          assert.ok(
            examples.some((example) => example.kind === kind && example.language === language),
            `${rule.id}: no ${kind} example in ${language}`,
          );
      if (rule.scope === 'document') return; // these stand in whole documents; see documents.test.ts
      for (const { kind, language, text, document } of examples)
        for (const line of document ? [] : text.trimEnd().split('\n'))
          assert.equal(gives(rule, line, language), kind === 'bad', `${rule.id}: ${line}`);
    });
});
