/** What the library for options says about wrong usage, in the reader's language and in our words. */
import type { Language } from '../text/language';
import { type Said, said, say } from './texts';

/** Its sentences, by their form. */
const FORMS: readonly (readonly [RegExp, (...words: (string | undefined)[]) => Said])[] = [
  [
    /^error: unknown option '([^']*)'(?:\s*\(Did you mean (?:one of )?([^?]+)\?\))?/,
    (name = '', near) =>
      said('unknownOption', { name, hint: near ? said('didYouMean', { name: near }) : '' }),
  ],
  [/^error: option '([^']*)' argument missing/, (name = '') => said('missingValue', { name })],
  [
    /^error: option '([^']*)' argument '([^']*)' is invalid\. ?(.*)$/s,
    (name = '', value = '', reason = '') => {
      const choices = /^Allowed choices are (.*)\.\s*$/.exec(reason)?.[1];
      return said('invalidValue', {
        name,
        value,
        reason: choices ? said('choices', { choices }) : reason.trim(),
      });
    },
  ],
  [/^error: missing required argument '([^']*)'/, (name = '') => said('missingArgument', { name })],
  [/^error: too many arguments/, () => said('tooManyArguments')],
];

/** A line for standard error; what has another form stays as it is. */
export function usageError(text: string, language: Language): string {
  for (const [form, make] of FORMS) {
    const match = form.exec(text);
    if (match) return `okrlint: ${say(language, make(...match.slice(1)))}\n`;
  }
  return text;
}
