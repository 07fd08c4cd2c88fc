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

/** An escaped sign, emphasis, a link, a hard line end: all the markup that a hover of okrlint has. */
// regex: the text is one hover, of some twenty lines
const MARKUP = /\\(?<sign>[!-/:-@[-`{-~])|\*{1,2}|\[(?<text>[^[\]\\]*)\]\((?<url>[^()\s]*)\)| {2}(?=\n)/gu;

/** A hover for clients that show plain text: without signs of Markdown, links as `text: address`. */
export function plainTextOf(markdown: string): string {
  return markdown.replace(MARKUP, (_, ...rest) => {
    const { sign, text, url } = rest.at(-1) as { sign?: string; text?: string; url?: string };
    return sign ?? (url === undefined ? '' : `${text}: ${url}`);
  });
}
