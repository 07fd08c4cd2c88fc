/** Every sign by which CommonMark or GitHub's dialect (bare links, mail addresses) could read more than text. */
const SIGNS = /[\\`*_{}[\]()<>#+!|~&:@$/.=^"'-]/gu;
/** Control signs, line ends, and the marks that turn the direction of the text that follows. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Text of the document as text in Markdown: nothing in it becomes a link, an image, HTML, code or emphasis. It stays
 * on one line.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(SIGNS, '\\$&');
}
