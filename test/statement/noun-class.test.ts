import assert from 'node:assert/strict';
import { nounClassOf } from '../../server/src/statement/index';
import type { Language } from '../../server/src/text/language';

describe('nounClassOf', () => {
  const cases: readonly [string, Language, string | undefined][] = [
    ['night nurses', 'en', 'staff'],
    ['former tenants', 'en', 'person'],
    ['penetration test', 'en', 'event'],
    ['tenant portal', 'en', undefined],
    ['zorb', 'en', undefined],
    ['', 'en', undefined],
    ['nhân viên ca đêm', 'vi', 'staff'],
    ['bệnh nhân ngoại trú', 'vi', 'person'],
    ['hội thảo khoa học', 'vi', 'event'],
    ['kho lạnh', 'vi', undefined],
  ];
  for (const [phrase, language, expected] of cases)
    it(`${phrase || 'nothing'} is ${expected ?? 'neither people nor an event'}`, () =>
      assert.equal(nounClassOf(phrase, language), expected));
});
