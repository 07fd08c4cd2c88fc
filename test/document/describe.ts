import type { OkrDocument } from '../../server/src/document/index';
import type { Item, Located } from '../../server/src/document/model';

/** All that a reading says, with absolute places. */
export function describeDocument(document: OkrDocument): unknown {
  return {
    recognition: document.recognition,
    frontMatter: document.frontMatter && [document.frontMatter.span, [...document.frontMatter.values]],
    length: [...document.chunks].reduce((sum, { content }) => sum + content.length, 0),
    items: [...document.chunks].flatMap(({ start, content }) =>
      content.items.map((item) => JSON.stringify(item, absolute(start))),
    ),
    directives: [...document.chunks].flatMap(({ start, content }) =>
      content.directives.map((directive) => JSON.stringify(directive, absolute(start))),
    ),
    objectives: document.objectives().map(({ item, offset, period, keyResults, initiatives }) => ({
      at: item.span.start + offset,
      period,
      keyResults: placesOf(keyResults),
      initiatives: placesOf(initiatives),
    })),
    orphans: placesOf(document.orphans()),
    lines: document.lines.lineCount,
  };
}

const placesOf = (located: readonly Located<Item>[]) =>
  located.map(({ item, offset }) => item.span.start + offset);

const absolute = (base: number) => (key: string, value: unknown) =>
  (key === 'start' || key === 'end') && typeof value === 'number' ? value + base : value;
