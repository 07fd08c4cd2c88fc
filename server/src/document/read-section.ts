/** Blocks -> items: one step of the state machine. */
import type { Block, Inline } from './blocks';
import { readHeading } from './heading-reader';
import { classifyLine } from './labels';
import { isTelling } from './line-kind';
import { readList } from './list-reader';
import { readParagraph, readPseudoList, readQuote } from './paragraph-reader';
import type { Mode, ReadState } from './read-state';
import { Reader, type Reading } from './reader';
import type { Section } from './sections';
import { readTable } from './table-reader';

/** A short quote may hold the title that its heading announced. */
const LONGEST_QUOTED_TITLE = 200;

function readQuoteBlock(reader: Reader, inline: Inline, end: number): void {
  const title = reader.state.awaiting === 'objective' && inline.text.trim().length <= LONGEST_QUOTED_TITLE;
  const plain = classifyLine(inline.text, 'line').kind === 'plain';
  if (title && plain)
    reader.addObjective({ form: 'paragraph', span: inline.span, inline }, reader.state.endsAt);
  else readQuote(reader, inline, end);
}

/** The title of `<details>` counts where it says what stands below it. */
function readSummary(reader: Reader, inline: Inline, { span }: Block): void {
  if (isTelling(classifyLine(inline.text, 'item')))
    readParagraph(reader, { type: 'paragraph', span, inline });
}

function readRule({ state }: Reader): void {
  if (state.listed) state.part = state.hasObjective ? 'other' : 'none';
}

function readBlock(reader: Reader, block: Block): void {
  switch (block.type) {
    case 'heading':
      readHeading(reader, block);
      break;
    case 'paragraph':
      readParagraph(reader, block);
      break;
    case 'list':
      readList(reader, block);
      break;
    case 'table':
      readTable(reader, block);
      break;
    case 'quote':
      if (block.inline) readQuoteBlock(reader, block.inline, block.span.end);
      break;
    case 'html':
      if (block.inline) readSummary(reader, block.inline, block);
      break;
    case 'rule':
      readRule(reader);
      break;
    case 'code':
      if (block.lines) readPseudoList(reader, block.lines);
      break;
    default:
      break;
  }
}

/**
 * Reads the blocks of one section.
 * @param aheadOfNext what comes behind the section (see `signals.ts`)
 */
export function readSection(
  mode: Mode,
  stateIn: ReadState,
  section: Section,
  aheadOfNext: string,
  blocks: readonly Block[],
): Reading {
  const reader = new Reader(mode, stateIn, section, aheadOfNext);
  for (const block of blocks) readBlock(reader, block);
  return reader.finish();
}
