/** How ids, labels and file names are compared. */
import type { Item } from '../document/model';
import { anyOf, wordsOf } from '../document/words';
import { foldText } from '../text/fold';

/** What is compared instead of an id: without case, marks and differences of Unicode form. */
export function keyOf(id: string): string {
  return foldText(id.trim());
}

const OBJECTIVE = anyOf(wordsOf('objective'), wordsOf('objectiveShort'));
const KEY_RESULT = anyOf(wordsOf('keyResult'), wordsOf('keyResultShort'));
const NUMBER = '(?<number>\\d{1,3}(?:[.-]\\d{1,3}){0,3})';
const LABEL = new RegExp(`^(?:(?<objective>${OBJECTIVE})|(?:${KEY_RESULT}))[\\s#._-]{0,2}${NUMBER}$`, 'u');

const PREFIX: Record<Item['kind'], string> = { objective: 'o', 'key-result': 'kr', initiative: 'i' };

function labelOf(kind: Item['kind'], number: string): string {
  const plain = number
    .split(/[.-]/)
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('.');
  return PREFIX[kind] + plain;
}

/** `KR 1.2`, `Mục tiêu 3` -> `kr1.2`, `o3`: how a reference names a label; undefined where it names none. */
export function labelKeyOf(id: string): string | undefined {
  const groups = LABEL.exec(keyOf(id))?.groups;
  return groups && labelOf(groups.objective ? 'objective' : 'key-result', groups.number ?? '');
}

/** The number stands behind letters; what comes after it in brackets is an aside. */
const LABEL_NUMBER = /\p{L}[\s#._(-]{0,3}(?<number>\d{1,3}(?:[.-]\d{1,3}){0,3})(?![\p{L}\d])/gu;

/** `Objective 1:`, `[O1]`, `KR 1.2 -` -> `o1`, `o1`, `kr1.2`; undefined where the label has no number. */
export function keyOfLabel(kind: Item['kind'], label: string): string | undefined {
  const [folded = ''] = keyOf(label).split(/(?<=\d)\s?[([]/u, 1);
  const number = [...folded.matchAll(LABEL_NUMBER)].at(-1)?.groups?.number;
  return number === undefined ? undefined : labelOf(kind, number);
}

const EXTENSION = /(?:\.okrs?)?\.(?:md|markdown|mdown|mkd)$/;
/** Such a file has no name of its own: the folder names it. */
const NAMELESS = new Set(['okr', 'okrs']);

function pathOf(document: string): string {
  const [path = ''] = document.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '').split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Names by which a reference may call a document, as path segments, outermost first. */
export interface DocumentName {
  readonly segments: readonly string[];
  /** The folder's, where the file is called just `okrs.md`. */
  readonly folder?: readonly string[];
}

const asName = (text: string) => keyOf(text).replace(/[\s_]+/g, '-');

export function nameOfDocument(document: string): DocumentName {
  const segments = pathOf(document).split('/').filter(Boolean).map(asName);
  const last = (segments.pop() ?? '').replace(EXTENSION, '');
  return NAMELESS.has(last)
    ? { segments: [...segments, last], folder: segments }
    : { segments: [...segments, last] };
}

/** Whether `file` (`company`, `2026/company`) is the end of the document's path. */
export function isNamed({ segments, folder }: DocumentName, file: string): boolean {
  const sought = file.split('/').filter(Boolean).map(asName);
  const endsSo = (all: readonly string[]) =>
    sought.length > 0 &&
    sought.length <= all.length &&
    sought.every((segment, i) => all[all.length - sought.length + i] === segment);
  return endsSo(segments) || (folder !== undefined && endsSo(folder));
}

/** The folder of a document, for telling neighbours. */
export function folderOf(document: string): string {
  return document.slice(0, document.lastIndexOf('/') + 1);
}
