/** Vietnamese typed without its marks is read as it would be written, at the same places. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withMarks } from '../../server/src/statement/index';
import { nounOfBare } from '../../server/src/teams/index';

const read = (text: string): string => withMarks(text, 'vi', (words) => nounOfBare(words, 'vi'));

describe('a text without marks', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Goi cho nhieu khach hang', 'Gọi cho nhiều khách hàng'],
    ['Cai Thien bua an', 'Cải Thiện bữa ăn'],
    ['Thue 4 huong dan vien qua Zalo', 'Thuê 4 hướng dẫn viên qua Zalo'],
    // it has some, or needs none
    ['Gọi cho nhieu khach hang', 'Gọi cho nhieu khach hang'],
    ['Launch CRM', 'Launch CRM'],
  ];
  for (const [typed, written] of cases) it(typed, () => assert.equal(read(typed), written));

  it('is none in English', () => {
    assert.equal(
      withMarks('Call the men in the kho', 'en', () => 'kho'),
      'Call the men in the kho',
    );
  });

  it('keeps its length, whatever it is', () => {
    const words = fc.constantFrom(
      'cong nhan',
      'Huong',
      'dan',
      'KHACH',
      'bua an',
      'x2',
      '—',
      '5%',
      '  ',
      'đ',
      '\n',
      '(',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
        const text = parts.join(' ');
        assert.equal(read(text).length, text.length);
      }),
    );
  });
});
