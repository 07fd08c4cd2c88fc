import { deepStrictEqual, strictEqual } from 'node:assert';
import { detectLanguage, documentLanguage } from '../../server/src/statement/index';
import type { Language } from '../../server/src/text/language';

const VIETNAMESE = [
  'Tăng doanh thu lên 20 tỷ',
  'Tuyển 4 developer',
  'Launch web trước 30/6 để có 6K DAU',
  'Đạt NPS 50',
  'Training 4 lập trình viên',
  'Giảm churn xuống 3%',
  'Deploy CI/CD cho toàn bộ dịch vụ',
  'ARR tăng 20% so với quý trước',
  'Kiểm kê kho',
  'Bán hàng online',
];
const UNMARKED = [
  'Tang doanh thu len 20 ty trong quy 3',
  'Giam ty le nghi viec xuong duoi 8%',
  'To chuc 3 buoi dao tao cho nhan vien',
  'Xay dung quy trinh ban hang moi',
  'Cai thien chat luong dich vu khach hang',
  'Dat 500 khach hang moi',
  'Hoan thanh bao cao thue',
  'Trien khai phan mem ke toan',
];
const ENGLISH = [
  'Raise NPS to 50',
  'Launch the new website',
  'Reduce churn from 5% to 3% by June',
  'Hire 10 engineers',
  'Café revenue up 20% in the old town',
  'Résumé review time under 2 days',
  'NPS of 50',
  'Gain market share in Việt Nam street food',
  'On-time delivery at 97%',
  'Publish 12 posts per month',
];
/** Could be either: the document decides. */
const EITHER = [
  'Launch web',
  'CSAT 68 → 80',
  'NPS ≥ 50',
  'Test coverage ≥ 70%',
  'Zero data leaks',
  'Deploy API',
];

function each(texts: readonly string[], fallback: Language, expected: Language): void {
  for (const form of ['NFC', 'NFD'] as const)
    deepStrictEqual(
      texts.filter((text) => detectLanguage(text.normalize(form), fallback) !== expected),
      [],
      form,
    );
}

describe('language of a statement', () => {
  it('Vietnamese letters decide in any document', () => {
    each(VIETNAMESE, 'en', 'vi');
    each(VIETNAMESE, 'vi', 'vi');
  });
  it('Vietnamese without diacritics is told by its words', () => {
    each(UNMARKED, 'vi', 'vi');
    each(UNMARKED, 'en', 'vi');
  });
  it('English stays English in an English document', () =>
    each(
      ENGLISH.filter((text) => !text.includes('Việt')),
      'en',
      'en',
    ));
  it('whole English sentences are English in a Vietnamese document', () =>
    each(
      ['Launch the new website for our customers', 'Reduce the share of returns from 5% to 3% by June'],
      'vi',
      'en',
    ));
  it('short mixed ones follow the document', () => {
    each(EITHER, 'en', 'en');
    each(EITHER, 'vi', 'vi');
  });
});

describe('language of a document', () => {
  it('is what most statements speak', () => {
    strictEqual(documentLanguage(VIETNAMESE), 'vi');
    strictEqual(documentLanguage(UNMARKED), 'vi');
    strictEqual(documentLanguage(ENGLISH), 'en');
    strictEqual(documentLanguage([...EITHER, ...VIETNAMESE.slice(0, 2)]), 'vi');
    strictEqual(documentLanguage([...EITHER, ...ENGLISH.slice(0, 3)]), 'en');
  });
  it('is English where nothing tells', () => {
    strictEqual(documentLanguage([]), 'en');
    strictEqual(documentLanguage(['42', '→']), 'en');
  });
});
