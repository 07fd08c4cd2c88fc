/** Turns the lists of a language's statement files round: phrases by the letters they begin with. */
import {
  firstForms,
  HEAD_CLASSES,
  NOUN_BITS,
  OPERATORS,
  SCALE,
  senseOf,
} from '../../server/src/statement/build';
import { Part, Trait, Word } from '../../server/src/statement/entry';
import { Lexicon, pieceKey } from '../../server/src/statement/lexicon';
import { type Listed, type PhraseTable, packPieces } from '../../server/src/statement/phrase-table';

type Groups = Readonly<Record<string, unknown>>;

/** The files of a language as their YAML says. */
export interface StatementFiles {
  readonly verbs: Groups;
  readonly nouns: Groups;
  readonly metrics: Groups;
  readonly words: Groups;
}

interface List {
  readonly name: string;
  readonly phrases: readonly string[];
}

/**
 * @throws where a list is none that a lexicon reads, so that no word in it is lost without anybody knowing
 */
export function phraseTable(files: StatementFiles): PhraseTable {
  const inOrder = listsOf(files);
  // The longest first: their marks are the shortest.
  const lists = [...inOrder].sort((a, b) => b.phrases.length - a.phrases.length);
  const irregular = groupOf(files.verbs, 'irregular') as Record<string, string>;
  const spelling = new Lexicon(false, () => {});
  const pieces = new Map<string, Listed[]>();
  for (const list of inOrder)
    for (const phrase of list.phrases)
      for (const begin of list.name.startsWith('verbs.') ? beginsOf(phrase, irregular) : [phrase]) {
        const key = pieceKey(spelling.pieceOf(begin));
        pieces.set(key, [...(pieces.get(key) ?? []), [lists.indexOf(list), phrase]]);
      }
  return {
    lists: lists.map(({ name }) => name),
    ranks: lists.map((list) => inOrder.indexOf(list)),
    ...packPieces(new Map([...pieces].sort())),
    values: {
      irregular,
      multiply: groupOf(files.verbs, 'multiply') as Record<string, number>,
      number: groupOf(files.words, 'number') as Record<string, number>,
    },
  };
}

/** All lists in the order in which they are read. */
function listsOf({ verbs, nouns, metrics, words }: StatementFiles): List[] {
  const read = [
    ...lists('words', words, [...Object.keys(Word), ...Object.keys(Part)]),
    ...byValue('words.implicit', groupOf(words, 'implicit')),
    ...OPERATORS.flatMap(([key]) => [
      ...lists('words.operator', groupOf(words, 'operator'), [key]),
      ...lists('words.postfix', groupOf(words, 'postfix'), [key]),
    ]),
    ...lists('words', words, ['number']),
    ...byValue('words.magnitude', groupOf(words, 'magnitude')),
    ...lists(
      'metrics',
      metrics,
      Object.keys(metrics).filter((name) => senseOf(name)),
    ),
    ...lists('metrics.heads', groupOf(metrics, 'heads'), Object.keys(groupOf(metrics, 'heads'))),
    ...lists('metrics', metrics, ['fuzzy', 'vanity', 'instrument']),
    ...lists('nouns', nouns, Object.keys(NOUN_BITS)),
    ...lists('verbs.traits', groupOf(verbs, 'traits'), Object.keys(Trait)),
    ...lists('verbs', verbs, HEAD_CLASSES),
  ];
  const names = new Set(read.flatMap(({ name }) => [name, name.split('.', 2).join('.')]));
  const marks = ['verbs.irregular', 'verbs.multiply'];
  for (const [file, groups] of Object.entries({ verbs, nouns, metrics, words }))
    for (const group of Object.keys(groups))
      if (!names.has(`${file}.${group}`) && !marks.includes(`${file}.${group}`))
        throw new Error(`${file}.yaml: no lexicon reads the list "${group}"`);
  return read;
}

function lists(file: string, groups: Groups, names: readonly string[]): List[] {
  return names.flatMap((name) => {
    const value = groups[name] ?? [];
    return [{ name: `${file}.${name}`, phrases: Array.isArray(value) ? value : Object.keys(value) }];
  });
}

function beginsOf(verb: string, irregular: Readonly<Record<string, string>>): readonly string[] {
  const past = irregular[verb] ?? irregular[verb.split(' ', 1)[0] as string];
  return firstForms(verb, past);
}

/** One list for each value, which its name tells in thousandths. */
function byValue(name: string, groups: Groups): List[] {
  return [...new Set(Object.values(groups))].map((value) => ({
    name: `${name}.${Math.round(Number(value) * SCALE)}`,
    phrases: Object.keys(groups).filter((phrase) => groups[phrase] === value),
  }));
}

function groupOf(groups: Groups, name: string): Groups {
  return (groups[name] ?? {}) as Groups;
}
