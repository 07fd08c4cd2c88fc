/** Lists: objectives with key results below them, key results, initiatives, and what is none of these. */

import type { Block, ListBlock, ParagraphBlock } from './blocks';
import { labelledField } from './fields';
import { type ItemDraft, readCheckIn } from './item';
import { classifyLine } from './labels';
import {
  type Entry,
  entriesOf,
  hasKeyResultsInside,
  isOnlyLink,
  kindOf,
  listsIn,
  ownKind,
  spanOf,
} from './list-entry';
import { fieldParts, type LogicalLine, logicalLines } from './logical-lines';
import { readLine } from './paragraph-reader';
import { ANY_HEADING, keyResultsIn, LINE_DEPTH, measuresIn, type Reader } from './reader';
import { readSideTable } from './side-table';
import { readTable } from './table-reader';
import { isDefinition } from './titles';

/** What key results follow, labelled or under a heading of their own, is context. */
function isContext(reader: Reader, { block }: Entry): boolean {
  if (reader.state.part !== 'open') return false;
  const view = reader.view(block.span.end);
  return keyResultsIn(view, 'list') || (reader.awaitsKeyResults && measuresIn(view));
}

/**
 * Reads a list. Nothing is decided for the list as a whole, because a long one comes in several pieces: what the items
 * behind this one are is known from the signals ahead, what those before it were from the state.
 */
export function readList(reader: Reader, list: ListBlock): void {
  for (const entry of entriesOf(list)) readEntry(reader, entry);
}

function readEntry(reader: Reader, entry: Entry): void {
  const { head } = entry;
  if (!head) return;
  const { state } = reader;
  if (state.keyResultDepth > 0) {
    const kind = classifyLine(head.inline.text, 'item', true);
    if (kind.kind === 'field') {
      reader.attachField(kind, head.inline);
      return;
    }
  }
  switch (head.kind.kind) {
    case 'objective':
      if (isObjectiveEntry(reader, entry)) addObjective(reader, entry);
      break;
    case 'key-result':
      if (state.reportDepth > 0) break;
      // Before it is read: its text may end with the beginning of the next objective.
      state.listed = true;
      state.labelled = true;
      addKeyResult(reader, entry);
      break;
    case 'key-results':
      if (!state.hasObjective) break;
      reader.openKeyResults(LINE_DEPTH);
      readNested(reader, entry.nested, 'key-results', undefined);
      break;
    case 'initiatives':
      if (entry.nested.length > 0) readNested(reader, entry.nested, 'initiatives', undefined);
      break;
    case 'field':
      reader.attachField(head.kind, head.inline);
      break;
    case 'closing':
      break;
    default:
      readPlainEntry(reader, entry);
  }
}

function readPlainEntry(reader: Reader, entry: Entry): void {
  const { state } = reader;
  if (state.awaiting === 'key-result') {
    state.awaiting = 'nothing';
    addKeyResult(reader, entry);
    return;
  }
  if (state.awaiting === 'objective') {
    // One item alone is the title that its heading announced; several are a list of something.
    const alone = !/^[LV]/.test(reader.view(entry.block.span.end));
    state.awaiting = 'nothing';
    if (alone) addObjective(reader, entry, state.endsAt);
    return;
  }
  if (state.part === 'initiatives' && state.closedAt === 0) addInitiative(reader, entry);
  else if (hasKeyResultsInside(entry)) addObjective(reader, entry);
  else if (isTaken(reader, entry)) {
    state.listed = true;
    addKeyResult(reader, entry);
  } else if (state.closedAt === 0 && isObjectiveByForm(reader, entry)) addObjective(reader, entry);
}

/** Whether an item without a label is a key result. Links alone are so only where "Key Results" says it. */
function isTaken(reader: Reader, entry: Entry): boolean {
  if (!reader.takesKeyResults(entry.form === 'ordered' ? 'ordered' : 'bullet')) return false;
  if (reader.state.part !== 'key-results' && isOnlyLink(entry)) return false;
  return !isContext(reader, entry);
}

/** In files whose objectives are list items: all of them where nothing is labelled, the bold ones elsewhere. */
function isObjectiveByForm(reader: Reader, entry: Entry): boolean {
  const { mode, state } = reader;
  if (mode.form !== 'item' || !mode.trusted || isOnlyLink(entry)) return false;
  if (state.hasObjective && state.endsAt !== ANY_HEADING) return false;
  if (mode.reading === 'shape') return true;
  return entry.head?.bold === true && listsIn(entry.nested).length > 0;
}

function isObjectiveEntry(reader: Reader, entry: Entry): boolean {
  const kind = entry.head?.kind;
  if (kind?.kind !== 'objective' || !('end' in kind)) return false;
  if (kind.empty) return kind.sure;
  // A table of contents.
  if (isOnlyLink(entry) && !/^[KM]/.test(reader.view(entry.block.span.end))) return false;
  if (hasKeyResultsInside(entry)) return true;
  if (kind.loose) return false;
  if (kind.sure) return true;
  const text = entry.head?.inline.text.slice(kind.end) ?? '';
  if (isDefinition(text)) return false;
  return listsIn(entry.nested).length > 0 || keyResultsIn(reader.view(entry.block.span.end));
}

function addObjective(reader: Reader, entry: Entry, endsAt = ANY_HEADING): void {
  const { head, form, lines, nested } = entry;
  if (!head) return;
  const { inline } = head;
  const draft = reader.addObjective({ form, span: spanOf(entry), inline, own: ownKind(head) }, endsAt);
  const part = readLines(reader, lines, draft, 'open');
  readNested(reader, nested, part, draft);
  reader.state.part = 'open';
}

type NestedPart = 'open' | 'key-results' | 'initiatives' | 'other';

/** Lines below an objective in the same item. Says what lists below them are. */
function readLines(
  reader: Reader,
  lines: readonly LogicalLine[],
  owner: ItemDraft | undefined,
  part: NestedPart,
): NestedPart {
  let now = part;
  for (const line of lines) {
    const { kind, inline } = line;
    if (kind.kind === 'key-result')
      reader.add({ kind: 'key-result', form: 'paragraph', span: inline.span, inline });
    else if (kind.kind === 'key-results') now = 'key-results';
    else if (kind.kind === 'initiatives') now = 'initiatives';
    else if (kind.kind === 'closing') now = 'other';
    else if (kind.kind === 'field' && owner) addLineFields(owner, line);
  }
  return now;
}

function addLineFields(owner: ItemDraft, line: LogicalLine): void {
  for (const { kind, inline } of fieldParts(line)) {
    const field = kind.name && labelledField(kind.name, inline, kind.end);
    if (field) owner.fields.push(field);
  }
}

/** What stands below an objective's item. */
function readNested(
  reader: Reader,
  blocks: readonly Block[],
  part: NestedPart,
  owner: ItemDraft | undefined,
): void {
  let now = part;
  blocks.forEach((block, i) => {
    if (block.type === 'paragraph') now = readLines(reader, linesOf(block), owner, now);
    else if (block.type === 'table') readTable(reader, block, owner);
    else if (block.type === 'list') {
      const announced = blocks.slice(i + 1).some((later) => later.type === 'paragraph' && announces(later));
      now = readNestedList(reader, block, now === 'open' && announced ? 'other' : now, owner);
    }
  });
}

const linesOf = (block: ParagraphBlock) => logicalLines(block.inline, true);
const announces = (block: ParagraphBlock) => linesOf(block).some(({ kind }) => kind.kind === 'key-results');

function readNestedList(
  reader: Reader,
  list: ListBlock,
  part: NestedPart,
  owner: ItemDraft | undefined,
): NestedPart {
  let now = part;
  const entries = entriesOf(list);
  const labelled = entries.some((entry) => kindOf(entry) === 'key-result' || kindOf(entry) === 'key-results');
  for (const entry of entries) {
    const kind = kindOf(entry);
    if (kind === 'key-result') addKeyResult(reader, entry);
    else if (kind === 'key-results') {
      if (entry.nested.length > 0) readNested(reader, entry.nested, 'key-results', owner);
      else now = 'key-results';
    } else if (kind === 'initiatives') {
      if (entry.nested.length > 0) readNested(reader, entry.nested, 'initiatives', owner);
      else now = 'initiatives';
    } else if (kind === 'objective' && isObjectiveEntry(reader, entry)) addObjective(reader, entry);
    else if (kind !== 'closing' && entry.head)
      readNestedPlain(reader, entry, labelled && now === 'open' ? 'other' : now, owner);
  }
  return now;
}

function readNestedPlain(reader: Reader, entry: Entry, part: NestedPart, owner: ItemDraft | undefined): void {
  const field = entry.head && classifyLine(entry.head.inline.text, 'item', true);
  if (field?.kind === 'field') {
    if (field.name && owner && entry.head) {
      const found = labelledField(field.name, entry.head.inline, field.end);
      if (found) owner.fields.push(found);
    }
  } else if (part === 'initiatives') addInitiative(reader, entry);
  else if (part === 'other') return;
  else if (hasKeyResultsInside(entry) || isCascaded(entry)) addObjective(reader, entry);
  else addKeyResult(reader, entry);
}

/** `1. **CEO: ...**` with `1. **VP: ...**` and its own results below it. */
const isCascaded = ({ head, nested }: Entry) => head?.bold === true && listsIn(nested).length > 0;

function addInitiative(reader: Reader, entry: Entry): void {
  const { head, form, block } = entry;
  if (!head) return;
  const { inline } = head;
  const { checked } = block;
  reader.add({ kind: 'initiative', form, span: spanOf(entry), inline, checked, own: ownKind(head) });
}

function addKeyResult(reader: Reader, entry: Entry): void {
  const { head, form, block, lines, nested } = entry;
  if (!head) return;
  const draft = reader.add({
    kind: 'key-result',
    form,
    span: spanOf(entry),
    inline: head.inline,
    checked: block.checked,
    own: ownKind(head),
  });
  const opening = nested.length > 0 ? -1 : lines.findIndex(opensPart);
  readLines(reader, opening < 0 ? lines : lines.slice(0, opening), draft, 'other');
  if (opening >= 0) readRest(reader, entry, opening);
  for (const note of nested) {
    if (note.type === 'paragraph') readLines(reader, linesOf(note), draft, 'other');
    else if (note.type === 'list') for (const entry of entriesOf(note)) readNote(reader, entry, draft);
    else if (note.type === 'table') readSideTable(reader, note, draft);
  }
}

/** Whether a line of a key result's text is the beginning of something else, for want of a blank line above it. */
function opensPart({ kind }: LogicalLine): boolean {
  if (kind.kind === 'objective') return kind.sure && !kind.empty;
  return kind.kind === 'initiatives' || kind.kind === 'closing' || kind.kind === 'key-results';
}

/** Reads the lines from the one that opens something else as a paragraph of their own. */
function readRest(reader: Reader, { lines, block }: Entry, opening: number): void {
  for (let n = opening; n < lines.length; n++) {
    const next = lines[n + 1];
    const view = reader.view(next?.start ?? block.span.end);
    readLine(reader, lines[n] as LogicalLine, view, false);
  }
}

/** Below a key result: dated check-ins, fields, further labelled key results; all else is a note. */
function readNote(reader: Reader, entry: Entry, owner: ItemDraft): void {
  const { head } = entry;
  if (!head) return;
  const checkIn = readCheckIn(head.inline);
  if (checkIn) {
    if (owner.kind === 'key-result') owner.checkIns.push(checkIn);
    return;
  }
  const kind = head.kind.kind === 'key-result' ? head.kind : classifyLine(head.inline.text, 'item', true);
  if (kind.kind === 'key-result') addKeyResult(reader, entry);
  else if (kind.kind === 'initiatives') readNested(reader, entry.nested, 'initiatives', owner);
  else if (kind.kind === 'field' && kind.name) {
    const field = labelledField(kind.name, head.inline, kind.end);
    if (field) owner.fields.push(field);
  }
}
