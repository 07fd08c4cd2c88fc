/** Numbers that say how far round, and count no work. */
import assert from 'node:assert/strict';
import { analyse } from '../../server/src/statement/index';
import type { Language } from '../../server/src/text/language';

describe('numbers that count no work', () => {
  const cases: readonly [string, Language][] = [
    ['Run 360-degree reviews', 'en'],
    ['Film a 360 degree tour of the flat', 'en'],
    ['Quay video 360 độ căn hộ mẫu', 'vi'],
  ];
  for (const [sentence, language] of cases)
    it(sentence, () => assert.equal(analyse(sentence, language).class, 'activity'));
});
