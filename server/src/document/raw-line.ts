/** Lines before anything is parsed, and lines that Markdown takes for text. */

const LINK = /!?\[([^\][]*)\]\([^)]*\)/g;
const MARKS = /<[^<>]{0,80}>|[*_`~]+/g;

/** The words of a raw line, markup taken away; only for looking at labels. */
export function plainText(raw: string): string {
  let text = raw;
  if (text.includes('](')) text = text.replace(LINK, '$1');
  return /[*_`~<]/.test(text) ? text.replace(MARKS, '') : text;
}

/** Bullets of word processors. */
const BULLET = /^[•◦▪▫■□●○‣⁃➢➤►▸➡👉🔹🔸🔷🔶]\ufe0f?\s*(?=[^\s•])/u;
/**
 * `-Yield`, `– Yield`, `: Yield` of a definition list, `a) Yield`, `b. Yield`, `1\. Yield` as word processors export lists; where markup has been blanked out, a space
 * stands for the backslash.
 */
const PSEUDO_MARKER = /^(?:-(?=[^\s-])|[–—:]\s+(?=\S)|[a-h][.)]\s+(?=\S)|\d{1,2}[\\ ][.)]\s+(?=\S))/;
/** `1.1. Yield`, `2.3) Yield`, `1.1 Yield`; `2/ Yield`; not `2.4 GHz`, `1.5 points` nor `1/2`. */
const NUMBERING =
  /^(?:\d{1,2}\/(?=\s)|\d{1,2}(?:\.\d{1,2}){1,3}(?:[.)](?=\s)|(?=\s+\p{Lu}\p{M}*(?![\p{Lu}\d]))))\s*/u;

const SLASHED = /^\d{1,2}\//;

/** How far the numbering reaches that a line begins with, dotted like that of chapters; 0 where there is none. */
export function numberingEnd(text: string): number {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57 ? (NUMBERING.exec(text)?.[0].length ?? 0) : 0;
}

/** Signs that a line begins with which its author took for an item of a list. */
const FIRST_SIGNS = /^[^\p{L}\s]|^[a-h][.)]/u;

/**
 * How far the marker reaches of a line that is an item to its author and text to Markdown; of a numbered one it is 0,
 * because the number names it. Undefined for any other line.
 */
export function pseudoMarker(text: string): number | undefined {
  if (!FIRST_SIGNS.test(text)) return undefined;
  const marker = BULLET.exec(text) ?? PSEUDO_MARKER.exec(text);
  if (marker) return marker[0].length;
  // `1/` alone heads what follows as often as it is an item.
  return numberingEnd(text) > 0 && !SLASHED.test(text) ? 0 : undefined;
}

/** Whether it begins with a sign that is nothing but a bullet. */
export const hasBullet = (text: string) => BULLET.test(text);
