import assert from 'node:assert/strict';
import { fill, sentence, wordingOf } from '../../server/src/rewrite/wording';
import { LANGUAGES } from '../../server/src/text/language';

describe('wording of rewrites', () => {
  const [first, ...others] = LANGUAGES.map(wordingOf);

  it('has the same titles and placeholders in every language', () => {
    for (const other of others) {
      assert.deepEqual(Object.keys(other.titles).sort(), Object.keys(first?.titles ?? {}).sort());
      assert.deepEqual(Object.keys(other.placeholders).sort(), Object.keys(first?.placeholders ?? {}).sort());
    }
  });

  it('asks for the same things under the same title', () => {
    const asked = (title: string): string[] => (title.match(/\{\p{L}+\}/gu) ?? []).sort();
    for (const other of others)
      for (const [name, title] of Object.entries(first?.titles ?? {}))
        assert.deepEqual(asked(other.titles[name as keyof typeof other.titles]), asked(title), name);
  });

  it('has every sentence in every language, in one form or in one per direction', () => {
    const names = (sentences: Readonly<Record<string, string>>): string[] =>
      [...new Set(Object.keys(sentences).map((name) => name.replace(/(?:Increase|Decrease)$/u, '')))].sort();
    for (const other of others) assert.deepEqual(names(other.sentences), names(first?.sentences ?? {}));
    for (const language of LANGUAGES)
      for (const name of names(wordingOf(language).sentences).filter((each) => each !== ''))
        for (const direction of ['increase', 'decrease'] as const)
          assert.ok(sentence(language, name, {}, direction).length > 0, `${language}: ${name} ${direction}`);
  });

  it('fills patterns without reading what is filled in', () => {
    assert.deepEqual(fill('a {x} b {y}', { x: '{y}$1', y: { placeholder: 'p' } }), [
      'a {y}$1 b ',
      { placeholder: 'p' },
    ]);
  });
});
