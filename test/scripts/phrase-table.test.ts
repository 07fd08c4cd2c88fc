import assert from 'node:assert/strict';
import { phraseTable, type StatementFiles } from '../../scripts/lib/phrase-table';
import { packPieces, unpackPhrases, unpackPieces } from '../../server/src/statement/phrase-table';

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
  const table = phraseTable(files);
  const packed = unpackPieces(table).get(key);
  assert.ok(packed, key);
  return unpackPhrases(packed).map(([list, phrase]) => `${table.lists[list]}: ${phrase}`);
}

describe('the phrase table', () => {
  it('has phrases by the letters they begin with, in the order of the alphabet', () => {
    assert.deepEqual(piece(FILES, 'ca'), [
      'verbs.traits.contact: call',
      'verbs.activity: call',
      'verbs.activity: call back',
      'metrics.rate-up: call success rate',
      'metrics.fuzzy: call success rate',
      'nouns.person: caller',
      'metrics.heads.count: calls',
    ]);
    assert.deepEqual(piece(FILES, 'a'), ['words.determiner: a']);
  });

  it('has a verb wherever one of its forms begins', () => {
    assert.deepEqual(piece(FILES, 'bo'), ['verbs.activity: buy']);
    assert.deepEqual(piece(FILES, 'bu'), [
      'verbs.increase: build up',
      'verbs.activity: buy',
      'nouns.person: buyer',
    ]);
  });

  it('puts Vietnamese where it is looked up, whichever vowel bears the tone', () => {
    const words = { determiner: ['hoà', 'uỷ ban'], number: {}, operator: {} };
    assert.deepEqual(piece({ ...FILES, words }, 'hò'), ['words.determiner: hoà']);
    assert.deepEqual(piece({ ...FILES, words }, 'ủy'), ['words.determiner: uỷ ban']);
  });

  it('keeps what is said of single words', () => {
    const { values } = phraseTable(FILES);
    assert.deepEqual(values.irregular, { buy: 'bought', build: 'built' });
    assert.deepEqual(values.number, { one: 1 });
  });

  it('tells values that several phrases share by the names of their lists', () => {
    const words = { determiner: ['a'], implicit: { 'in half': 0.5, halved: 0.5, 'sell out': 100 } };
    assert.deepEqual(piece({ ...FILES, words }, 'in'), ['words.implicit.500: in half']);
    assert.deepEqual(piece({ ...FILES, words }, 'ha'), ['words.implicit.500: halved']);
    assert.deepEqual(piece({ ...FILES, words }, 'se'), ['words.implicit.100000: sell out']);
  });

  it('refuses a list that nobody would read', () => {
    assert.throws(() => phraseTable({ ...FILES, nouns: { persons: ['buyer'] } }), /nouns\.yaml: .*"persons"/);
  });

  it('says when each list is read', () => {
    const { lists, ranks } = phraseTable(FILES);
    const rank = (name: string) => ranks[lists.indexOf(name)] as number;
    assert.ok(rank('words.determiner') < rank('metrics.fuzzy'));
    assert.ok(rank('verbs.increase') < rank('verbs.activity'));
    assert.ok(rank('verbs.traits.contact') < rank('verbs.increase'));
  });

  it('packs what it unpacks, and nothing that would be read as something else', () => {
    const many = Array.from({ length: 200 }, (_, n) => [n, `call ${n}`] as const);
    const pieces = new Map<string, readonly (readonly [number, string])[]>([
      ['ca', many],
      ['ơ', [[3, 'ơn']]],
      [
        'đổ',
        [
          [150, 'đổi mới'],
          [150, 'đổ'],
        ] as const,
      ],
      [
        'bo',
        [
          [0, 'buy'],
          [0, 'book'],
        ] as const,
      ],
    ]);
    const unpacked = unpackPieces(packPieces(pieces));
    assert.deepEqual([...unpacked.keys()], [...pieces.keys()]);
    for (const [key, listed] of pieces) {
      const packed = unpacked.get(key);
      const inOrder = [...listed].sort(([, a], [, b]) => (a < b ? -1 : Number(a > b)));
      assert.deepEqual(packed && unpackPhrases(packed), inOrder, key);
    }
    for (const phrase of ['', 'Call', 'ca|ll', 'call Bob'])
      assert.throws(() => packPieces(new Map([['xx', [[0, phrase]]]])), /cannot be packed/, phrase);
  });
});
