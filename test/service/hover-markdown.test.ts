/** Hovers as a Markdown renderer reads them: paragraphs of text with emphasis and one link, short, whatever is written. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { createOkrLanguageService, DEFAULT_SETTINGS, rulePageUrl } from '../../server/src/service';
import type { Language } from '../../server/src/text/language';
import { ENGLISH, VIETNAMESE } from '../rewrite/lines';

const service = createOkrLanguageService();
/** As permissive as a renderer can be: what it takes for text is text everywhere. */
const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false });
const PAGES = rulePageUrl('').replace('.md', '');
/** Rows of a hover of usual width, in characters; and how many of them one reads without scrolling much. */
const WIDTH = 110;
const MOST_ROWS = 22;

const DOCUMENT = {
  en: (sentence: string) =>
    `# Sales OKRs\n\n## Objective 1: Customers come back by themselves\n\n- KR1: ${sentence}\n`,
  vi: (sentence: string) =>
    `# Phòng Kinh doanh\n\n## Mục tiêu 1: Khách hàng tự quay lại\n\n- KR1: ${sentence}\n`,
} as const;

interface Shown {
  /** Each paragraph as its lines of plain text. */
  readonly paragraphs: readonly (readonly string[])[];
  readonly links: readonly string[];
  /** What of each paragraph is bold. */
  readonly bold: readonly (readonly string[])[];
}

const INLINE = new Set([
  'text',
  'text_special',
  'strong_open',
  'strong_close',
  'em_open',
  'em_close',
  'hardbreak',
  'link_open',
  'link_close',
]);

/** Reads a hover with the renderer; fails at anything that is no paragraph of plain text, emphasis and links. */
function shown(markdown: string): Shown {
  const paragraphs: string[][] = [];
  const bold: string[][] = [];
  const links: string[] = [];
  for (const block of renderer.parse(markdown, {})) {
    if (block.type !== 'inline') {
      assert.match(block.type, /^paragraph_(?:open|close)$/, `${block.type} in\n${markdown}`);
      continue;
    }
    const lines = [''];
    const strong: string[] = [];
    let isStrong = false;
    for (const token of block.children ?? []) {
      assert.ok(INLINE.has(token.type), `${token.type} ${token.content} in\n${markdown}`);
      if (token.type === 'hardbreak') lines.push('');
      else lines[lines.length - 1] += token.content;
      if (token.type === 'strong_open') strong.push('');
      if (token.type.startsWith('strong')) isStrong = token.type === 'strong_open';
      else if (isStrong) strong[strong.length - 1] += token.content;
      if (token.type === 'link_open') links.push(token.attrGet('href') ?? '');
    }
    paragraphs.push(lines);
    bold.push(strong);
  }
  return { paragraphs, links, bold };
}

function hoverOver(sentence: string, language: Language): string | undefined {
  const text = DOCUMENT[language](sentence);
  const document = service.read(text, { path: 'x.okr.md' });
  const request = { document, settings: DEFAULT_SETTINGS, today: '2026-08-01' };
  return service.hover(request, text.indexOf('KR1:') + 5)?.markdown;
}

/** Words as they are compared: blanks folded. */
const folded = (text: string): string => text.split(/\s+/u).join(' ').trim();

function check(sentence: string, language: Language): Shown {
  const markdown = hoverOver(sentence, language);
  assert.ok(markdown, `no hover over ${sentence}`);
  const { paragraphs, links, bold } = shown(markdown);
  const why = `${sentence}\n${markdown}`;
  assert.ok(bold[0]?.[0], `begins with a verdict: ${why}`);
  assert.ok(links.length <= 1, why);
  for (const link of links) assert.ok(link.startsWith(PAGES), why);
  const rows = paragraphs.flat().reduce((sum, line) => sum + Math.ceil(line.length / WIDTH), 0);
  assert.ok(rows <= MOST_ROWS, `${rows} rows: ${why}`);
  assert.ok(paragraphs.length <= 8, `${paragraphs.length} paragraphs: ${why}`);
  return { paragraphs, links, bold };
}

describe('a hover, rendered', () => {
  for (const [language, lines] of [
    ['en', ENGLISH],
    ['vi', VIETNAMESE],
  ] as const)
    it(`is a few short paragraphs over each sentence of our own (${language})`, () => {
      let before = 0;
      for (const [, sentence] of lines) {
        const { paragraphs, bold } = check(sentence, language);
        const example = paragraphs.findIndex((_, n) => bold[n]?.length === 2 && paragraphs[n]?.length === 2);
        if (example < 0) continue;
        before++;
        const [first = ''] = paragraphs[example] ?? [];
        assert.ok(folded(first).endsWith(folded(sentence)), `${first} repeats ${sentence}`);
        const criteria = paragraphs.at(-1) ?? [];
        assert.ok(criteria.length <= 2 || paragraphs.length > example + 1, 'criteria take two lines');
      }
      assert.ok(before > lines.length / 2, `only ${before} with an example`);
    });

  it('quotes decomposed Vietnamese letter by letter', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const sentence = 'Đăng nhiều bài viết trên mạng xã hội'.normalize(form);
      const { paragraphs } = check(sentence, 'vi');
      const all = paragraphs.flat().join('\n').normalize('NFC');
      assert.ok(all.includes('Đăng nhiều bài viết'), all);
    }
  });

  const HOSTILE = [
    'Launch `code` and ``more``',
    'Call [customers](command:workbench.action.quit)',
    'Publish ![x](https://evil.example/x.png) posts',
    'Launch <img src=x onerror=alert(1)> portal',
    'Buy <a href="command:x">machines</a>',
    'Post https://evil.example and www.evil.example daily',
    'Email a@evil.example weekly',
    'Launch **bold** _thing_ ~~now~~ * here',
    'Launch | a | b | table',
    'Launch &lt;b&gt; &#x41; page',
    'Launch $(trash) :smile: {{x}}',
    'Train nurses on [x]: https://evil.example',
    'Build the portal\\[x](command:y)',
    'Launch ](command:z) portal',
    'Train people for <b>nurses</b> and [doctors](x)',
    'Mua `máy` [mới](command:x) cho <i>xưởng</i>',
  ];
  for (const sentence of HOSTILE)
    it(`takes all of ${JSON.stringify(sentence)} for text`, () => {
      check(sentence, 'en');
      check(sentence, 'vi');
    });

  it('takes any mixture of signs for text', () => {
    const word = fc.constantFrom(
      'Launch',
      'the portal',
      'customers',
      'for nurses',
      '[x](command:y)',
      '![i](https://e.example/i.png)',
      '<img src=x>',
      '`',
      '**',
      '_',
      '\\',
      '](',
      'https://e.example',
      '&amp;',
      '|',
      '#',
      '> -',
      'Đào tạo',
      'điều dưỡng'.normalize('NFD'),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 7 }),
        fc.constantFrom('en', 'vi'),
        (parts, language) => {
          const markdown = hoverOver(`Launch ${parts.join(' ')}`, language as Language);
          if (markdown === undefined) return;
          for (const link of shown(markdown).links) assert.ok(link.startsWith(PAGES), markdown);
        },
      ),
      { numRuns: 300 },
    );
  });
});
