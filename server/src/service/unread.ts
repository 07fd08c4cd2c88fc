/** Files that okrlint does not read although somebody may wait for its word: silence would look like praise. */
import { mayBeOkr } from '../document';
import type { OkrDocument, ReadOptions } from '../document/model';
import type { Language } from '../text/language';
import type { Span } from '../text/span';
import { textsOf } from './editor/texts';

/** UTF-16 units at the start that tell whether a file could hold OKRs, and whether its encoding was understood. */
const BEGINNING = 100_000;

const NOTES = {
  'not-text': 'notText',
  'too-large': 'tooLarge',
  'too-many-parts': 'tooManyParts',
} as const;

/** Why a text is not read. */
export type Unread = keyof typeof NOTES;

export interface UnreadNote {
  readonly span: Span;
  readonly message: string;
}

/** Why a document is not read; undefined where it is, or where nobody can expect OKRs in it. */
export function unreadBecause(document: OkrDocument, options: ReadOptions): Unread | undefined {
  const { because } = document.recognition;
  const unread = Object.hasOwn(NOTES, because) ? (because as Unread) : undefined;
  return unread && mayBeOkr(document.slice(0, BEGINNING), options) ? unread : undefined;
}

/** The same in words, for the reader of the document. */
export function unreadNote(
  document: OkrDocument,
  options: ReadOptions,
  language: Language,
): UnreadNote | undefined {
  const unread = unreadBecause(document, options);
  return unread && { span: { start: 0, end: 0 }, message: textsOf(language).notes[NOTES[unread]] };
}

/** Where a document holds what a decoder puts in place of bytes that it does not understand. */
export function encodingNote(document: OkrDocument, language: Language): UnreadNote | undefined {
  const at = document.recognition.isOkr ? document.slice(0, BEGINNING).indexOf('\ufffd') : -1;
  return at < 0
    ? undefined
    : { span: { start: at, end: at + 1 }, message: textsOf(language).notes.wrongEncoding };
}
