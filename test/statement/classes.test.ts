/** Verdicts by phenomenon, at least 15 cases each, in NFC and NFD. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/statement/index';

interface Section {
  readonly title: string;
  readonly expected: string;
  readonly lines: string[];
}

function sections(language: string): Section[] {
  const file = join(import.meta.dirname, 'cases', `classes.${language}.txt`);
  const found: Section[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) {
      const [title = '', expected = ''] = line.slice(3).split(' => ');
      found.push({ title, expected, lines: [] });
    } else if (line !== '' && !line.startsWith('# ')) found[found.length - 1]?.lines.push(line);
  }
  return found;
}

for (const language of ['en', 'vi'] as const)
  describe(`verdicts (${language})`, () => {
    for (const { title, expected, lines } of sections(language))
      it(`${title}: ${expected}`, () => {
        ok(lines.length >= 15, `${lines.length} cases`);
        const wrong = lines
          .flatMap((line) => [line, line.normalize('NFD')])
          .map((text) => ({ text, facts: analyse(text, language) }))
          .filter(({ facts }) => facts.class !== expected)
          .map(({ text, facts }) => `${text.normalize('NFC')}: ${facts.class}`);
        deepStrictEqual([...new Set(wrong)], []);
      });
  });

describe('the article that okrlint was asked for', () => {
  const good = [
    'Rút ngắn chu kỳ bán hàng trung bình xuống 45 ngày',
    'Giảm tỷ lệ khách hàng mới rời đi trong 3 tháng đầu xuống dưới 5%',
    'Tự động hóa 50% quy trình xử lý đơn hàng thủ công',
    'Tăng lượt thích trên các trang mạng xã hội lên 100.000',
  ];
  for (const text of good) it(`accepts: ${text}`, () => strictEqual(analyse(text, 'vi').class, 'outcome'));
  const bad = [
    'Gọi cho nhiều khách hàng hơn',
    'Thuê nhiều nhân viên hơn',
    'Đăng nhiều nội dung trên mạng xã hội',
    'Đưa ra nhiều chính sách nhân sự mới',
  ];
  for (const text of bad) it(`calls work: ${text}`, () => strictEqual(analyse(text, 'vi').class, 'activity'));
});
