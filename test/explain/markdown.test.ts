import assert from 'node:assert/strict';
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeMarkdown, plainTextOf } from '../../server/src/explain';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse);

/** The text of a Markdown source, after making sure that it holds nothing but one paragraph of text. */
function textIn(markdown: string): string {
  const root = parser.parse(markdown) as Node;
  const text = (node: Node): string => {
    assert.ok(['root', 'paragraph', 'text'].includes(node.type), `${node.type} in ${markdown}`);
    return (node.value ?? '') + (node.children ?? []).map(text).join('');
  };
  return text(root);
}

describe('escapeMarkdown', () => {
  const hostile = [
    '[click](https://evil.example)',
    '![x](https://evil.example/x.png)',
    '[run](command:workbench.action.terminal.new)',
    '<a href="command:evil">x</a>',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '`code` and ``more``',
    '**bold** _it_ ~~gone~~',
    '# heading',
    '- item',
    '1. item',
    '> quote',
    '| a | b |',
    '--- ',
    'https://evil.example www.evil.example a@evil.example',
    '<https://evil.example>',
    '&lt;b&gt; &#x41;',
    '[ref]: https://evil.example',
    '$(alert) :smile: {1:x}',
    'ends with a backslash \\',
    '\\[half](x)',
    'Tăng “doanh thu” lên 1.5 tỷ (≥ 20%)',
  ];
  for (const text of hostile)
    it(`keeps ${JSON.stringify(text)} as text`, () => {
      assert.equal(textIn(`“${escapeMarkdown(text)}”`), `“${text}”`);
    });

  it('breaks what GitHub-flavoured renderers would link without any brackets', () => {
    const escaped = escapeMarkdown('https://a.example www.a.example me@a.example');
    assert.doesNotMatch(escaped, /https?:|www\.|\w@/);
  });

  it('keeps everything on one line and drops signs that turn the text round', () => {
    assert.equal(escapeMarkdown('a\r\n\r\n# b\u202Ec\u0000d\u2028e'), 'a \\# b c d e');
  });

  it('gives back any text as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ');
        assert.equal(textIn(`“${escapeMarkdown(text)}”`), `“${plain}”`);
      }),
    );
  });
});

describe('plainTextOf', () => {
  it('leaves the words, the line ends and the address', () => {
    const markdown =
      '**Title**\n\n“2026\\-Q3” \\*x\\*  \n– **Due** · *soon*\n\n[About it](https://docs.example/a)';
    assert.equal(
      plainTextOf(markdown),
      'Title\n\n“2026-Q3” *x*\n– Due · soon\n\nAbout it: https://docs.example/a',
    );
  });

  it('undoes escapeMarkdown for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ');
        assert.equal(plainTextOf(escapeMarkdown(text)), plain);
      }),
    );
  });
});
