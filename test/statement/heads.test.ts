/** Head verbs: dictionary form, class and the exact words, for every head class in both languages, NFC and NFD. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../server/src/statement/index';
import type { Language } from '../../server/src/text/language';

interface Case {
  readonly headClass: string;
  readonly text: string;
  readonly lemma: string;
}

function cases(language: Language): Case[] {
  const file = join(import.meta.dirname, 'cases', `heads.${language}.txt`);
  const found: Case[] = [];
  let headClass = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) headClass = line.slice(3);
    else if (line.includes('|') && !line.startsWith('#')) {
      const [text = '', lemma = ''] = line.split('|').map((part) => part.trim());
      found.push({ headClass, text, lemma });
    }
  }
  return found;
}

for (const language of ['en', 'vi'] as const)
  describe(`heads (${language})`, () => {
    const all = cases(language);
    for (const headClass of new Set(all.map((each) => each.headClass))) {
      const own = all.filter((each) => each.headClass === headClass);
      it(`${headClass}: ${own.length} cases`, () => {
        ok(own.length >= 15, 'every class has at least 15 cases');
        const wrong: string[] = [];
        for (const { text, lemma } of own)
          for (const form of ['NFC', 'NFD'] as const) {
            const written = text.normalize(form);
            const { head } = analyse(written, language);
            const got = `${head?.class ?? 'none'} ${head?.lemma ?? '-'}`;
            const matches = head?.class === headClass && (lemma === '-' || head.lemma === lemma);
            if (!matches) wrong.push(`${text} (${form}): ${got}`);
            else ok(head.span.end > head.span.start && head.span.end <= written.length);
          }
        deepStrictEqual(wrong, []);
      });
    }
  });

describe('the words of a head', () => {
  const spans: readonly [Language, string, string][] = [
    ['en', 'We will set up a tool library', 'set up'],
    ['en', 'CMO: launched the catalogue', 'launched'],
    ['en', 'Try to reach 50 members', 'reach'],
    ['en', 'DAU rises from 5k to 9k', 'rises'],
    ['vi', 'Sẽ triển khai trạm cân', 'triển khai'],
    ['vi', 'Cố gắng đạt 50 hội viên', 'đạt'],
    ['vi', 'Số đơn tăng từ 20 lên 30', 'tăng'],
  ];
  for (const [language, text, words] of spans)
    it(`${text} → ${words}`, () => {
      for (const form of ['NFC', 'NFD'] as const) {
        const written = text.normalize(form);
        const { head } = analyse(written, language);
        strictEqual(written.slice(head?.span.start, head?.span.end), words.normalize(form));
      }
    });
});
