import type { OkrDocument } from '../../server/src/document/index';

/** All that a reading says, with absolute places. */
export function describeDocument(document: OkrDocument): unknown {
  return {
    recognition: document.recognition,
    frontMatter: document.frontMatter && [document.frontMatter.span, [...document.frontMatter.values]],
    length: document.chunks.reduce((sum, { content }) => sum + content.length, 0),
    items: document.chunks.flatMap(({ start, content }) =>
      content.items.map((item) => JSON.stringify(item, absolute(start))),
    ),
    directives: document.chunks.flatMap(({ start, content }) =>
      content.directives.map((directive) => JSON.stringify(directive, absolute(start))),
    ),
    periods: document.objectives().map(({ period }) => period),
    lines: document.lines.lineCount,
  };
}

const absolute = (base: number) => (key: string, value: unknown) =>
  (key === 'start' || key === 'end') && typeof value === 'number' ? value + base : value;
