import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block, Inline } from '../../server/src/document/blocks';
import { lineAt } from '../../server/src/document/lines';
import { parseBlocks } from '../../server/src/document/parse';
import { parseSection } from '../../server/src/document/parse-section';
import { readDocument, readWhole } from '../../server/src/document/read-document';
import { BlockTracker } from '../../server/src/document/scan';
import { cutSections } from '../../server/src/document/sections';
import type { Span } from '../../server/src/text/span';
import { describeDocument } from './describe';
import { markdown, okrMarkdown } from './generate';
import { withSmallChunks } from './small-chunks';

/** All that an inline text holds, with absolute places. */
function describeInline(
  { text, span, strong, struck, links, images, breaks }: Inline,
  base: number,
): unknown {
  const places = (spans: readonly Span[]) => spans.map(({ start, end }) => [start + base, end + base]);
  return {
    text: text.trim(),
    at: places([span]),
    strong: places(strong),
    struck: places(struck),
    links: places(links),
    images: images.map(({ alt }) => alt),
    breaks: [...breaks],
  };
}

/** A block as something to compare: absolute places, lists as their items, code by where it begins. */
function describeBlock(block: Block, base: number): unknown[] {
  const start = block.span.start + base;
  switch (block.type) {
    case 'heading':
      return [['heading', block.depth, start, block.span.end + base, describeInline(block.inline, base)]];
    case 'paragraph':
      return [['paragraph', start, block.span.end + base, describeInline(block.inline, base)]];
    case 'list':
      return block.items.map((item) => [
        'item',
        block.ordered,
        item.span.start + base,
        item.checked,
        item.blocks.flatMap((inner) => describeBlock(inner, base)),
      ]);
    case 'table':
      return [['table', start, block.rows.map((row) => row.cells.map((cell) => cell.text.trim()))]];
    default:
      return [[block.type, start]];
  }
}

/** Parses each piece between two places where a cut is allowed. */
function piecewise(text: string): unknown[] {
  const tracker = new BlockTracker(text);
  const cuts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at);
    if (tracker.take(line)?.cuttable && at > 0) cuts.push(at);
    at = line.next;
  }
  const starts = [0, ...cuts];
  return starts.flatMap((start, i) =>
    parseBlocks(text, { start, end: starts[i + 1] ?? text.length }).blocks.flatMap((block) =>
      describeBlock(block, 0),
    ),
  );
}

/** Every unit a section of its own. */
function sectioned(text: string): unknown[] {
  const described: unknown[] = [];
  for (let start = 0; start < text.length; ) {
    const from = start;
    const { sections, end } = cutSections(text, from, (offset) => offset > from);
    for (const section of sections) {
      const { blocks } = parseSection(text.slice(start, start + section.length), section);
      described.push(...blocks.flatMap((block) => describeBlock(block, start)));
      start += section.length;
    }
    start = end;
  }
  return described;
}

const whole = (text: string) =>
  parseBlocks(text, { start: 0, end: text.length }).blocks.flatMap((block) => describeBlock(block, 0));

describe('cutting into sections', () => {
  withSmallChunks();

  it('leaves no gap', () => {
    fc.assert(
      fc.property(markdown(120), (text) => {
        const { sections, end } = cutSections(text, 0);
        assert.equal(end, text.length);
        assert.equal(
          sections.reduce((sum, { length }) => sum + length, 0),
          text.length,
        );
      }),
    );
  });

  it('gives the blocks of one whole parse (any lines in any order)', () => {
    fc.assert(
      fc.property(markdown(60), (text) => {
        assert.deepEqual(sectioned(text), whole(text));
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });

  it('may cut wherever it says so', () => {
    fc.assert(
      fc.property(markdown(30), (text) => {
        assert.deepEqual(piecewise(text), whole(text));
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });

  it('knows that a heading underlined with two dashes ends a paragraph, so that a tag behind it opens HTML', () => {
    for (const text of [
      '**Key Results**:\n--\n</custom>\n-   wide marker',
      'Title\n--\n<custom>\n- KR1: x\n',
    ])
      assert.deepEqual(
        describeDocument(readDocument(text, { force: true })),
        describeDocument(readWhole(text, { force: true })),
      );
  });

  it('gives the reading of one whole parse', () => {
    fc.assert(
      fc.property(fc.oneof(okrMarkdown(), markdown(80)), (text) => {
        const options = { path: 'team.okr.md' };
        assert.deepEqual(
          describeDocument(readDocument(text, options)),
          describeDocument(readWhole(text, options)),
        );
      }),
      { numRuns: Number(process.env.RUNS ?? 100) },
    );
  });
});
