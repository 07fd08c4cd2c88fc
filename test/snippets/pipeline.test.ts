/** What a snippet inserts is a good OKR in the eyes of okrlint itself, whichever choice is taken. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Snippet } from '../../scripts/generate-snippets';
import { readDocument } from '../../server/src/document/index';
import { detectTeam } from '../../server/src/teams/index';
import { LANGUAGES, type Language } from '../../server/src/text/language';
import { readItems } from '../rewrite/pipeline';
import { choicesOf, expand } from './expand';

const FRAME: Readonly<Record<Language, string>> = {
  en: '## Objective 1: Customers recommend us first\n\n### Key Results\n\n- KR8: Reduce churn from 6% to 4%\n',
  vi: '## Mục tiêu 1: Khách hàng giới thiệu chúng ta đầu tiên\n\n### Kết quả then chốt\n\n- KR8: Giảm tỷ lệ khách hàng rời bỏ từ 6% xuống 4%\n',
};

/** The document that one has after inserting the snippet where it belongs. */
function documentOf(inserted: string, language: Language): string {
  if (inserted.startsWith('---') || inserted.startsWith('## ')) return inserted;
  return FRAME[language] + inserted;
}

function warnings(text: string, language: Language): string[] {
  return readItems(text, { language }).flatMap(({ sentence, findings }) =>
    findings
      .filter(({ severity }) => severity === 'warning' || severity === 'error')
      .map(({ ruleId }) => `${ruleId}: ${sentence}`),
  );
}

for (const language of LANGUAGES) {
  const path = new URL(`../../snippets/${language}.json`, import.meta.url);
  const snippets = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Snippet>>;

  describe(`snippets as okrlint reads them (${language})`, () => {
    for (const [name, { body }] of Object.entries(snippets)) {
      const source = body.join('\n');

      it(`${name}: no warning with its defaults`, () =>
        assert.deepEqual(warnings(documentOf(expand(source), language), language), []));

      for (const place of [1, 2, 3, 7])
        for (const choice of choicesOf(source, place).slice(1))
          it(`${name}: no warning with ${choice}`, () => {
            const chosen = source.replace(new RegExp(`\\$\\{${place}\\|(?:[^\\\\|]|\\\\.)*\\|\\}`, 'u'), () =>
              choice.replaceAll('$', '\\$'),
            );
            assert.deepEqual(warnings(documentOf(expand(chosen), language), language), []);
          });
    }

    it('a whole OKR is read as one objective with three key results, owners and a team', () => {
      for (const [name, { body, prefix }] of Object.entries(snippets).filter(([each]) =>
        /^OKR [^:]+$/u.test(each),
      )) {
        const text = expand(body.join('\n'));
        if (!text.startsWith('---\nokr: 1') || !text.includes('## ')) continue;
        const document = readDocument(text);
        const [objective, ...others] = document.objectives();
        assert.ok(document.recognition.isOkr, name);
        assert.equal(others.length, 0, name);
        assert.equal(objective?.keyResults.length, 3, name);
        assert.equal(objective?.initiatives.length, 1, name);
        const team = document.frontMatter?.values.get('team')?.text ?? '';
        assert.ok(detectTeam(team, language), `${prefix[0]}: ${team} is no team`);
      }
    });

    it('a check-in is read under its key result', () => {
      const [, checkIn] =
        Object.entries(snippets).find(([, { prefix }]) => prefix[0]?.match(/check-in|cap-nhat/u)) ?? [];
      const text = FRAME[language] + expand(checkIn?.body.join('\n') ?? '');
      const [keyResult] = readDocument(text, { force: true }).objectives()[0]?.keyResults ?? [];
      assert.deepEqual(
        keyResult?.item.checkIns.map(({ date, value }) => ({ date, value })),
        [{ date: '2026-08-14', value: '58' }],
      );
    });
  });
}
