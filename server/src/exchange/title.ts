/** Sentences without their Markdown, and back. */
import type { Paragraph } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Item, Located, OkrDocument } from '../document/model';

const parser = unified().use(remarkParse);

/** The sentence of an item as a person reads it: no markup, no escapes, on one line. */
export function titleOf({ text }: OkrDocument, { item, offset }: Located<Item>): string {
  const { span } = item.statement;
  const [start, end] = [span.start + offset, span.end + offset];
  let source = '';
  let at = start;
  // Fields inside the sentence are columns of their own.
  for (const field of [...item.fields].sort((a, b) => a.span.start - b.span.start)) {
    const [from, to] = [field.span.start + offset, field.span.end + offset];
    if (from < at || to > end) continue;
    source += text.slice(at, from);
    at = to;
  }
  return plainText(source + text.slice(at, end));
}

/** Markdown to plain text on one line. */
function plainText(markdown: string): string {
  const line = markdown.replace(/\s+/gu, ' ').trim();
  // A letter in front keeps `1.` and `#` at the start what they are: text of a line that has its own marker.
  const text = textOf(parser.parse(`x${line}`), { includeHtml: false }).slice(1);
  return text.replace(/\s+/gu, ' ').trim();
}

/** Text to Markdown that reads as that text again, for the middle of a line. */
export function markdownOf(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  if (line === '') return '';
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: `x${line}` }] };
  return toMarkdown(paragraph, { emphasis: '_' }).replace(/^x/u, '').trimEnd();
}
