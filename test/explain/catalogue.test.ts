import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { messageOf } from '../../server/src/explain';
import { type Finding, RULES } from '../../server/src/rules';
import { LANGUAGES } from '../../server/src/text/language';

interface Texts {
  readonly title: string;
  readonly why: string;
  readonly message: string;
  readonly test?: string;
  readonly variants?: Readonly<Record<string, string>>;
}
interface Catalogue {
  readonly rules: Readonly<Record<string, Texts>>;
  readonly hover: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const catalogues = LANGUAGES.map((language) => {
  const file = new URL(`../../server/src/explain/${language}.yaml`, import.meta.url);
  return { language, catalogue: parse(readFileSync(file, 'utf8')) as Catalogue };
});

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{[^}]*\}/gu) ?? [])].sort();
}

/** Every text by its path, with the names that it fills in. */
function shape({ rules, hover }: Catalogue): Record<string, string[] | string | undefined> {
  const all: Record<string, string[] | string | undefined> = {};
  for (const [id, texts] of Object.entries(rules)) {
    all[id] = placeholders(texts.message);
    all[`${id} test`] = texts.test;
    for (const [variant, message] of Object.entries(texts.variants ?? {}))
      all[`${id} ${variant}`] = placeholders(message);
  }
  for (const [group, texts] of Object.entries(hover))
    for (const [key, text] of Object.entries(texts)) all[`${group} ${key}`] = placeholders(text);
  return all;
}

describe('message catalogues', () => {
  for (const { language, catalogue } of catalogues) {
    it(`${language}: has every rule with every variant, and no other`, () => {
      assert.deepEqual(Object.keys(catalogue.rules).sort(), RULES.map(({ id }) => id).sort());
      for (const { id, variants } of RULES)
        assert.deepEqual(
          Object.keys(catalogue.rules[id]?.variants ?? {}).sort(),
          [...(variants ?? [])].sort(),
          `variants of ${id}`,
        );
    });

    it(`${language}: never calls a sentence bad or wrong`, () => {
      for (const [id, texts] of Object.entries(catalogue.rules))
        for (const text of [texts.message, texts.why, ...Object.values(texts.variants ?? {})])
          assert.doesNotMatch(text, /\b(bad|wrong|poor)\b|!|tồi|kém|dở/u, id);
    });
  }

  it('the languages say the same things with the same words filled in', () => {
    const [first, ...others] = catalogues;
    assert.ok(first);
    for (const other of others)
      assert.deepEqual(shape(other.catalogue), shape(first.catalogue), other.language);
  });

  it('figures are written as the reader writes them, the words of the document as they stand there', () => {
    const finding: Finding = {
      ruleId: 'tiny-step',
      severity: 'hint',
      span: { start: 0, end: 1 },
      params: { words: '62.5% to 64.6%' },
      figures: { change: 3.4 },
    };
    assert.match(messageOf(finding, 'en'), /“62\.5% to 64\.6%”.* 3\.4%/);
    assert.match(messageOf(finding, 'vi'), /“62\.5% to 64\.6%”.* 3,4%/);
  });
});
