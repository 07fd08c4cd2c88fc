/** Lines before anything is parsed. */

const LINK = /!?\[([^\][]*)\]\([^)]*\)/g;
const MARKS = /<[^<>]{0,80}>|[*_`~]+/g;

/** The words of a raw line, markup taken away; only for looking at labels. */
export function plainText(raw: string): string {
  let text = raw;
  if (text.includes('](')) text = text.replace(LINK, '$1');
  return /[*_`~<]/.test(text) ? text.replace(MARKS, '') : text;
}
