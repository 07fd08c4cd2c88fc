/** Which words a finding gets where a rule has several: a manager reads them as said of this one sentence. */
import assert from 'node:assert/strict';
import { messageOf } from '../../server/src/explain';
import { checkStatement, resolveSeverities } from '../../server/src/rules';
import { analyse } from '../../server/src/statement';
import type { Language } from '../../server/src/text/language';
import { itemOf } from '../rules/cases';

/** What is said first about the key result. */
function told(text: string, language: Language): string {
  const item = itemOf({ kind: 'key-result', text, fields: [] });
  const [finding] = checkStatement({ item, facts: analyse(text, language) }, resolveSeverities('source'));
  return finding ? messageOf(finding, language) : '';
}

const ROUTINE = { en: /what is done and how often, not what it changes/, vi: /làm gì và bao lâu một lần/ };

describe('wording of messages', () => {
  for (const [language, sentences] of [
    [
      'en',
      [
        'Hold weekly one-to-ones with all ward nurses',
        'Rehearse every Tuesday and Thursday',
        'Inspect every tractor once a month',
        'Meet the growers each quarter',
        'Daily stand-up with the kitchen crew',
        'Publish a weekly report',
      ],
    ],
    [
      'vi',
      [
        'Mỗi tuần họp nhóm một lần với các tổ trưởng',
        'Kiểm tra từng xe mỗi tháng một lần',
        'Hằng tháng gửi bản tin cho phụ huynh',
        'Họp giao ban hằng tuần',
      ],
    ],
  ] as const)
    for (const sentence of sentences)
      it(`${language}: a routine is told that how often says nothing about what changes: ${sentence}`, () => {
        assert.match(told(sentence, language), ROUTINE[language]);
        assert.match(told(sentence.normalize('NFD'), language), ROUTINE[language]);
      });

  for (const sentence of [
    'Publish the hand-hygiene handbook by the end of May',
    'Phone the dormant accounts',
    'Train new cooks within 30 days',
    'Write a welcome letter for every customer',
    'Visit the growers on Tuesday',
  ])
    it(`is no routine: ${sentence}`, () => {
      assert.match(told(sentence, 'en'), /^“/);
      assert.doesNotMatch(told(sentence, 'en'), ROUTINE.en);
    });

  it('says the span of a routine whole, with how often it is done', () => {
    assert.match(told('Inspect every tractor once a month', 'en'), /^“Inspect every tractor once a month”/);
  });

  it('says of a share of work how far it has come', () => {
    assert.match(
      told('Complete 80% of the menu redesign', 'en'),
      /measures how far the work has come\. Name the number/,
    );
    assert.match(
      told('Hoàn thành 80% việc sắp xếp lại kho lạnh', 'vi'),
      /đo công việc đã đi đến đâu\. Hãy nêu con số/,
    );
  });

  it('does not cut a long activity before the noun that its number counts', () => {
    const long =
      'Roll out the new volunteer onboarding checklist across all three branches, including the archive';
    assert.match(told(long, 'en'), /^“Roll out the new volunteer onboarding checklist across all…”/);
  });

  it('is not turned around by marks of direction, which count as no words', () => {
    for (const text of ['\u200fCall more shops\u200f', '\u2067Call more shops\u2069'])
      assert.match(told(text, 'en'), /^“Call more shops” is work to be done/);
  });

  it('reads full-width numbers', () => assert.equal(told('Raise reorders from ２０％ to ４０％', 'en'), ''));

  it('asks for the level to hold where nothing is to change', () => {
    assert.match(told('Keep delivery times stable', 'en'), /the level to hold/);
    assert.match(told('Ensure that all members feel welcome', 'en'), /has no number to check/);
  });
});
