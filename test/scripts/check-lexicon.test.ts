import { deepStrictEqual } from 'node:assert';
import { lexiconProblems } from '../../scripts/lib/check-lexicon';

function problems(name: string, value: unknown): string[] {
  return lexiconProblems([{ name: `server/src/statement/vi/${name}.yaml`, value, lineOf: () => 7 }]).map(
    (line) => line.replace(/^.*?:7: /, ''),
  );
}

describe('checks of the lexicons', () => {
  const rows: readonly [string, string, unknown, ...string[]][] = [
    ['a sound file', 'verbs', { activity: ['viết', 'số hóa'], reach: ['đạt'] }],
    [
      'a word in two spellings',
      'verbs',
      { activity: ['số hóa', 'số hoá'] },
      '"số hoá" is "số hóa" in another spelling',
    ],
    [
      'a hyphen as another spelling',
      'nouns',
      { event: ['check-in', 'check in'] },
      '"check in" is "check-in" in another spelling',
    ],
    [
      'a verb in two classes',
      'verbs',
      { activity: ['chốt'], reach: ['chốt'] },
      '"chốt" is in more than one class: activity and reach',
    ],
    [
      'a trait of an unknown verb',
      'verbs',
      { activity: ['viết'], traits: { contact: ['gọi'] } },
      '"gọi" is in no class',
    ],
    ['a trait of a known verb', 'verbs', { activity: ['gọi'], traits: { contact: ['gọi'] } }],
    [
      'a factor of an unknown verb',
      'verbs',
      { increase: ['tăng'], multiply: { 'gấp đôi': 2 } },
      '"gấp đôi" is in no class',
    ],
    [
      'an irregular first word of phrasal verbs',
      'verbs',
      { activity: ['set up'], irregular: { set: 'set' } },
    ],
    ['capitals', 'nouns', { outcome: ['MQL'] }, '"MQL" must be in lower case'],
    [
      'a metric in two groups',
      'metrics',
      { 'rate-up': ['churn'], 'rate-down': ['churn'] },
      '"churn" is in more than one group: rate-up and rate-down',
    ],
    [
      'a fuzzy word that is no metric',
      'metrics',
      { 'rate-up': ['uptime'], fuzzy: ['tinh thần'] },
      '"tinh thần" is no metric of any group',
    ],
    [
      'a head of two kinds',
      'metrics',
      { heads: { rate: ['mức'], amount: ['mức'] } },
      '"mức" is in more than one kind of head: rate and amount',
    ],
    [
      'an operator with two meanings',
      'words',
      { operator: { ge: ['trên'], gt: ['trên'] } },
      '"trên" is in more than one comparison: ge and gt',
    ],
  ];
  for (const [title, name, value, ...expected] of rows)
    it(title, () => deepStrictEqual(problems(name, value), expected));
  it('looks at lexicon files only', () => {
    const file = { name: 'server/src/teams/vi/sales.yaml', value: { a: ['X', 'X'] }, lineOf: () => 1 };
    deepStrictEqual(lexiconProblems([file]), []);
  });
});
