/** What a document says is shown, never followed: no link, picture, HTML or command of its own in a hover. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';
import { runsOf, SEED } from '../fuzz/arbitraries';

const service = createOkrLanguageService();
const markdown = new MarkdownIt({ html: true, linkify: false });

const HOSTILE = [
  '[click](command:workbench.action.terminal.new)',
  '![x](https://evil.example/track.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<a href="command:x">y</a>',
  '<https://evil.example>',
  '[ref]',
  '[ref]: command:x',
  '`code` **bold** _em_ ~~no~~',
  '``` fence',
  '| a | b |',
  '|---|---|',
  '# heading',
  '- [ ] item',
  '> quote',
  '$(alert) $(trash)',
  '&lt;b&gt; &#60;i&#62;',
  '\\[x](command:y)',
  '](command:z)',
  '<!-- comment -->',
  '{{x}} {y}',
  '\u202e\u0000\ud800',
];

/** Kinds of tokens that are more than text, with where they lead. */
function leading(source: string): string[] {
  const found: string[] = [];
  for (const token of markdown.parse(source, {}).flatMap((block) => [block, ...(block.children ?? [])])) {
    if (token.type === 'link_open') found.push(`link ${token.attrGet('href')}`);
    if (token.type === 'image') found.push(`image ${token.attrGet('src')}`);
    if (token.type.startsWith('html')) found.push(`html ${token.content}`);
  }
  return found;
}

describe('a hover over a hostile document', () => {
  it('leads nowhere but to the pages of the rules', () => {
    const words = fc.constantFrom(
      ...HOSTILE,
      'Launch',
      'Raise sales from 10% to',
      'help improve',
      'đào tạo',
      '12',
    );
    const sentence = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(sentence, sentence, sentence, (objective, first, second) => {
        const text = `# OKRs\n\n## Objective 1: ${objective}\n\n- KR 1: ${first}\n- KR 2: Launch ${second}\n`;
        const document = service.read(text, { force: true });
        const request = { document, settings: DEFAULT_SETTINGS, today: '2026-07-01' };
        for (const { item, offset } of document.objectives().flatMap((o) => [o, ...o.keyResults])) {
          const content = service.hover(request, offset + item.statement.span.start);
          for (const lead of content ? leading(content.markdown) : [])
            assert.match(
              lead,
              /^link https:\/\/github\.com\/okrlint\/okrlint\/blob\/main\/docs\/rules\/[a-z-]+\.md/,
            );
        }
      }),
      { numRuns: runsOf(300), seed: SEED },
    );
  });
});
