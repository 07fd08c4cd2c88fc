/** Words that no lexicon holds: the place and shape of a word must be enough for a fair verdict. */
import { deepStrictEqual } from 'node:assert';
import { analyse, type StatementClass } from '../../server/src/statement/index';

/** Words made up for this test, by the shape that tells what they are. */
const VERBS = ['blorp', 'zentify', 'quoxise', 'reglip', 'florate', 'snazzle'];
const NOUNS = ['blorp', 'zentifier', 'quoxel', 'glipform', 'florature'];

const WORK = [
  'V the N',
  'V our new N for the north',
  'V every N in the warehouse',
  'V 12 Ns',
  'V and launch the N',
  'We will V the N by June',
];
const RESULTS = [
  'N rate of 45%',
  'N time from 9 to 4 days',
  'Ns per patient: 3.2 → 2.1',
  'N below 5%',
  'Raise N from 20% to 35%',
  'Cut N by a third',
  'Average N of 4.6/5',
  '30% fewer Ns',
  'N ≥ 80',
  '7 in 10 Ns renew',
];
const WISHES = ['Improve N', 'Increase N', 'Better N', 'Reduce N significantly'];

function sentences(frames: readonly string[], verbs: readonly string[], nouns: readonly string[]): string[] {
  return frames.flatMap((frame) =>
    verbs.flatMap((verb) =>
      nouns.map((noun) => {
        const text = frame.replace(/\bV\b/, verb).replace(/\bN(s?)\b/, `${noun}$1`);
        return text.charAt(0).toUpperCase() + text.slice(1);
      }),
    ),
  );
}

function wrong(texts: readonly string[], ...expected: StatementClass[]): string[] {
  return [...new Set(texts)]
    .map((text) => ({ text, found: analyse(text, 'en').class }))
    .filter(({ found }) => !expected.includes(found))
    .map(({ text, found }) => `${text}: ${found}`);
}

describe('unknown words', () => {
  it('an unknown verb before an object is work', () =>
    deepStrictEqual(wrong(sentences(WORK, VERBS, NOUNS), 'activity', 'counted-activity'), []));

  it('an unknown noun with a number that measures it is a result', () =>
    deepStrictEqual(wrong(sentences(RESULTS, [''], NOUNS), 'outcome'), []));

  it('an unknown noun that is only to get better is a wish', () =>
    deepStrictEqual(wrong(sentences(WISHES, [''], NOUNS), 'vague'), []));

  it('an unknown gerund or participle is work', () =>
    deepStrictEqual(
      wrong(
        [
          'Blorping the ward round',
          'Zentified the intake desk',
          'Requoxing all shelves',
          'Ward round blorped',
        ],
        'activity',
        'counted-activity',
        'milestone',
      ),
      [],
    ));
});
