import assert from 'node:assert/strict';
import { phraseTable, type StatementFiles } from '../../scripts/lib/phrase-table';
import { packPhrases, unpackPhrases } from '../../server/src/statement/phrase-table';

const FILES: StatementFiles = {
  verbs: {
    increase: ['grow', 'build up'],
    activity: ['buy', 'call', 'call back'],
    irregular: { buy: 'bought', build: 'built' },
    traits: { contact: ['call'] },
  },
  nouns: { person: ['buyer', 'caller'] },
  metrics: { 'rate-up': ['call success rate'], heads: { count: ['calls'] }, fuzzy: ['call success rate'] },
  words: { determiner: ['a'], number: { one: 1 }, operator: { ge: ['at least'] } },
};

/** Phrases of a piece as `list: phrase`. */
function piece(files: StatementFiles, key: string): string[] {
  const { lists, pieces } = phraseTable(files);
  return unpackPhrases(key, pieces[key] ?? '').map(([list, phrase]) => `${lists[list]}: ${phrase}`);
}

describe('the phrase table', () => {
  it('has phrases by the letters they begin with, in the order of the lists', () => {
    assert.deepEqual(piece(FILES, 'ca'), [
      'metrics.rate-up: call success rate',
      'metrics.heads.count: calls',
      'metrics.fuzzy: call success rate',
      'nouns.person: caller',
      'verbs.activity: call',
      'verbs.activity: call back',
    ]);
    assert.deepEqual(piece(FILES, 'a'), ['words.determiner: a']);
  });

  it('has a verb wherever one of its forms begins', () => {
    assert.deepEqual(piece(FILES, 'bo'), ['verbs.activity: buy']);
    assert.deepEqual(piece(FILES, 'bu'), [
      'nouns.person: buyer',
      'verbs.increase: build up',
      'verbs.activity: buy',
    ]);
  });

  it('puts Vietnamese where it is looked up, whichever vowel bears the tone', () => {
    const words = { determiner: ['hoà', 'uỷ ban'], number: {}, operator: {} };
    const { pieces } = phraseTable({ ...FILES, words });
    assert.deepEqual(unpackPhrases('hò', pieces.hò ?? ''), [[0, 'hoà']]);
    assert.deepEqual(unpackPhrases('ủy', pieces.ủy ?? ''), [[0, 'uỷ ban']]);
  });

  it('keeps what is said of single words', () => {
    const { values } = phraseTable(FILES);
    assert.deepEqual(values.irregular, { buy: 'bought', build: 'built' });
    assert.deepEqual(values.traits, { call: 1 });
    assert.deepEqual(values.number, { one: 1 });
  });

  it('refuses a list that nobody would read', () => {
    assert.throws(() => phraseTable({ ...FILES, nouns: { persons: ['buyer'] } }), /nouns\.yaml: .*"persons"/);
  });

  it('packs nothing that would be read as something else', () => {
    for (const phrase of ['', 'ca^ll', 'ca_ll'])
      assert.throws(() => packPhrases('xx', [[0, phrase]]), /cannot be packed/, phrase);
    assert.throws(() => packPhrases('ca', [[0, 'caLL']]), /cannot be packed/);
    const many = Array.from({ length: 60 }, (_, n) => [n * 3, `call ${n}`] as const);
    assert.deepEqual(unpackPhrases('ca', packPhrases('ca', many)), many);
  });
});
