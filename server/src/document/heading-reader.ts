/** Headings: objectives, key results, markers of parts, and what ends them. */

import { fold } from '../text/fold';
import type { HeadingBlock } from './blocks';
import { classifyLine } from './labels';
import type { LineKind } from './line-kind';
import { findPeriod, isOnlyPeriod } from './period';
import {
  ANY_HEADING,
  firstBeyond,
  keyResultsIn,
  LINE_DEPTH,
  leadsToKeyResults,
  type Reader,
  wordCount,
} from './reader';
import { isOkrName, isReport, namesObjectives } from './titles';
import { headsMeasures } from './weak-labels';
import { isWord } from './words';

type LabelKind = Extract<LineKind, { readonly empty: boolean }>;

export function readHeading(reader: Reader, block: HeadingBlock): void {
  const { state } = reader;
  const { depth, inline } = block;
  state.depth = depth;
  state.awaiting = 'nothing';
  if (state.closedAt > 0 && depth <= state.closedAt) state.closedAt = 0;
  if (state.reportDepth > 0 && depth <= state.reportDepth) state.reportDepth = 0;
  if (state.keyResultDepth > 0 && depth <= state.keyResultDepth) state.keyResultDepth = 0;
  const before = reader.drafts.length;
  readKind(reader, block, classifyLine(inline.text, 'heading'));
  if (reader.drafts.length > before) return;
  const period = findPeriod(inline.text)?.text;
  reader.headings.push({ at: block.span.start, depth, ...(period !== undefined && { period }) });
}

function readKind(reader: Reader, block: HeadingBlock, kind: LineKind): void {
  const isBelow = reader.awaitsKeyResults && block.depth > reader.state.endsAt;
  if (isBelow && headsMeasures(block.inline.text, 'heading')) {
    reader.openKeyResults(block.depth);
    return;
  }
  switch (kind.kind) {
    case 'objective':
      readObjective(reader, block, kind);
      break;
    case 'key-result':
      readKeyResult(reader, block, kind);
      break;
    case 'key-results':
      reader.openKeyResultsOf(
        kind.of,
        { form: 'heading', span: block.span, inline: block.inline },
        block.depth,
      );
      break;
    case 'initiatives':
      readInitiatives(reader, block.depth);
      break;
    case 'closing':
      readClosing(reader, block, kind.whole);
      break;
    case 'measured':
      readMeasured(reader, block);
      break;
    default:
      readPlain(reader, block, kind.kind === 'plain');
  }
}

/** `### Dealers choose us first, as measured by` */
function readMeasured(reader: Reader, block: HeadingBlock): void {
  const { state } = reader;
  const { depth, span, inline } = block;
  const isOpen = state.closedAt === 0 && state.keyResultDepth === 0;
  if (isOpen && reader.awaitsKeyResults && depth > state.endsAt) reader.openKeyResults(depth);
  else if (isOpen && leadsToKeyResults(reader.view(span.end))) {
    reader.addObjective({ form: 'heading', span, inline }, depth);
    reader.openKeyResults(depth);
  } else readPlain(reader, block, true);
}

/** Initiatives of a level above the objective are those of a meeting or a team, not its own. */
function readInitiatives(reader: Reader, depth: number): void {
  const { state } = reader;
  if (state.hasObjective && state.endsAt !== ANY_HEADING && depth < state.endsAt) {
    state.hasObjective = false;
    reader.openPart('other', depth);
  } else reader.openPart('initiatives', depth);
}

/** A word of closing may be part of a group's name: `#### Human-in-the-loop dashboard`. */
function readClosing(reader: Reader, block: HeadingBlock, whole: boolean): void {
  const { state } = reader;
  if (!whole && state.part === 'key-results' && /^[LVTUK]/.test(reader.view(block.span.end))) {
    readPlain(reader, block, false);
    return;
  }
  reader.openPart('other', block.depth);
  // The title of the file closes nothing.
  state.closedAt = block.depth > 1 ? block.depth : 0;
  if (state.hasKeyResults && isReport(block.inline.text)) state.reportDepth = block.depth;
}

function readObjective(reader: Reader, block: HeadingBlock, kind: LabelKind): void {
  const { depth, inline, span } = block;
  const view = reader.view(span.end);
  const { state } = reader;
  const isAmong = state.part === 'key-results' && depth > state.partDepth;
  if (kind.empty && isAmong && /^[LVTUK]/.test(view)) {
    // `### O2` below "Key Results"; the next one may stand as deep.
    reader.openKeyResultsOf(
      { ...kind, kind: 'objective', sure: true },
      { form: 'heading', span, inline },
      depth,
    );
    state.partDepth = depth - 1;
  } else if (kind.empty) {
    // A list right below is of key results, or holds the title if key results are announced behind it.
    const titleMissing =
      kind.sure && (/^[KMTU]/.test(view) || (/^[LV]/.test(view) && !keyResultsIn(view, 'list')));
    if (titleMissing) reader.addObjective({ form: 'heading', span, inline }, depth);
    else reader.awaitObjective(depth - 1);
  } else if (isSure(reader, kind, view)) {
    reader.addObjective({ form: 'heading', span, inline }, depth);
    if (kind.stop !== undefined) reader.openKeyResults(depth);
  } else readPlain(reader, block, false);
}

function isSure(reader: Reader, kind: LabelKind, view: string): boolean {
  if (kind.loose) return keyResultsIn(view);
  return kind.sure || reader.mode.trusted || keyResultsIn(view, 'list') || firstBeyond(view, 'PFB') === 'L';
}

function readKeyResult(reader: Reader, { depth, inline, span }: HeadingBlock, kind: LabelKind): void {
  const { state } = reader;
  state.closedAt = 0;
  if (kind.empty && /^[PBLV]/.test(reader.view(span.end))) state.awaiting = 'key-result';
  else reader.add({ kind: 'key-result', form: 'heading', span, inline });
  state.keyResultDepth = depth;
}

function readPlain(reader: Reader, block: HeadingBlock, mayBeItem: boolean): void {
  const { state } = reader;
  const { depth, span, inline } = block;
  if (state.closedAt > 0) return;
  const text = inline.text.trim();
  const view = reader.view(span.end);
  const byLine = state.hasObjective ? state.endsAt : ANY_HEADING;
  const opener = state.partDepth === LINE_DEPTH ? byLine : state.partDepth;
  if (state.part === 'key-results' && depth > opener) {
    readAmongKeyResults(reader, block, view, mayBeItem);
    return;
  }
  // A heading in the notes of a key result.
  if (state.keyResultDepth > 0) return;
  if (state.hasObjective && depth <= state.endsAt) {
    state.hasObjective = false;
    state.part = 'none';
  }
  if (mayBeItem && isUnlabelledObjective(reader, text, view))
    reader.addObjective({ form: 'heading', span, inline }, depth);
  else reader.openPart('other', depth);
}

/** Under "Key Results" a heading is a key result, or a group of them if a list or table of them follows. */
function readAmongKeyResults(reader: Reader, block: HeadingBlock, view: string, mayBeItem: boolean): void {
  const { state } = reader;
  const { depth, span, inline } = block;
  if (state.keyResultDepth > 0) return;
  const text = inline.text.trim();
  const isName = wordCount(text) < 4 && !/\d/.test(text);
  const isGroup = /^[LVTUK]/.test(view) || (isName && /^[LVTUK]/.test(firstBeyond(view, 'P')));
  if (isGroup || !mayBeItem || isOnlyPeriod(text)) {
    state.listed = false;
    return;
  }
  reader.add({ kind: 'key-result', form: 'heading', span, inline });
  state.keyResultDepth = depth;
}

/** Whether a heading without a label is an objective. */
function isUnlabelledObjective({ state, mode }: Reader, text: string, view: string): boolean {
  if (isOnlyPeriod(text) || isOkrName(fold(text).text) || namesObjectives(text)) return false;
  if (isWord('objectiveGroup', fold(text).text)) return false;
  if (state.hasObjective && mode.reading !== 'shape') return false;
  // "Sales", an aim in a line, "Key results:": the line is the objective.
  if (wordCount(text) < 3 && /^PM/.test(view)) return false;
  if (firstBeyond(view, 'PF') !== 'B' && keyResultsIn(view, 'heading')) return true;
  if (mode.reading !== 'shape' || mode.form !== 'heading') return false;
  return wordCount(text) >= 2 && !text.endsWith(':') && firstBeyond(view, 'PF') === 'L';
}
