/** What a language model answered, as sentences that may be shown to somebody. Pure. */

const MOST = 5;
const LONGEST = 400;
/** List marks, numbering and labels that models put before sentences although they were asked not to. */
const MARKS =
  /^\s*(?:[-*•+]\s+|\d{1,2}[.)]\s+)?(?:\*\*)?(?:KR\s?\d{0,2}(?:\.\d{1,2})?\s?[:.]\s*)?(?:\*\*)?\s*/iu;
const NUMBER = /\p{N}+(?:[.,]\p{N}+)*/gu;

/**
 * Sentences of an answer, at most five. One that names a number which the original does not have is left out: baseline
 * and target are the author's to know.
 */
export function proposalsOf(answer: string, original: string): readonly string[] {
  const numbers = new Set(original.match(NUMBER));
  const sentences = answer
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) =>
      line
        .replace(MARKS, '')
        .replace(/^["“'‘](.*)["”'’]$/u, '$1')
        .trim(),
    )
    .filter((line) => line.length > 0 && line.length <= LONGEST && !line.startsWith('```'))
    .filter((line) => line !== original.trim())
    .filter((line) => (line.match(NUMBER) ?? []).every((number) => numbers.has(number)));
  return [...new Set(sentences)].slice(0, MOST);
}
