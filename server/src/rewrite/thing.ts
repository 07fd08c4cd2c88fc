/** The thing that a sentence works on, as words that fit into another sentence. */
import { withoutDiacritics } from '../teams/words';
import { type RewriteContext, statementText } from './context';
import { type Phrase, wordingOf } from './wording';

export interface Thing {
  /** With an article where the language wants one: `the checkout page`, `customers`. */
  readonly object: string;
  /** Without: `checkout page`. */
  readonly noun: string;
}

const PUNCTUATION = /[,;:.!?()[\]{}"“”‘/=+<>|‹›…]/u;

function tokensOf(words: string): string[] {
  return words.split(/\s+/u).filter((word) => word !== '');
}

/** Drops counts, articles and vague words at the beginning, and all from the first preposition or clause on. */
function core(tokens: readonly string[], { leading, cutAt }: Phrase): { article?: string; words: string[] } {
  const lead = new Set(leading);
  const cut = new Set(cutAt);
  let first = 0;
  let article: string | undefined;
  for (; first < tokens.length; first++) {
    const word = (tokens[first] ?? '').normalize('NFC').toLowerCase();
    if (!lead.has(word) && !/^[\d.,]+[%x+]?$/u.test(word)) break;
    article = tokens[first];
  }
  const words: string[] = [];
  for (const token of tokens.slice(first)) {
    const word = token.normalize('NFC').toLowerCase();
    if (cut.has(word)) break;
    const stop = PUNCTUATION.exec(token);
    if (stop && stop.index > 0 && words.length + 1 > 0) {
      const before = token.slice(0, stop.index);
      if (stop.index === token.length - 1 || stop[0] === ',') words.push(before);
      break;
    }
    if (stop) break;
    words.push(token);
  }
  return { ...(article !== undefined && { article }), words };
}

/** `the`, the sentence's own `our`, or nothing for plurals, names and masses. */
function articleFor(given: string | undefined, words: readonly string[], phrase: Phrase): string {
  const own = given?.toLowerCase();
  if (own !== undefined && phrase.keepArticle.includes(own)) return own;
  const last = words.at(-1) ?? '';
  const bare = last.toLowerCase();
  const isName = /^\p{Lu}/u.test(last) || /\p{N}/u.test(last);
  if (isName || phrase.noArticleEndings.some((ending) => bare.endsWith(ending) && !bare.endsWith('ss')))
    return '';
  return phrase.article;
}

/**
 * The thing named by the facts' object, undefined where there is none that can be carried over: too long, cut off
 * in the middle, or typed without diacritics in a language that has them (it would stand out in a written sentence).
 */
export function thingOf(context: RewriteContext): Thing | undefined {
  const { object, language } = context.facts;
  if (!object) return undefined;
  const { phrase } = wordingOf(language);
  const text = statementText(context).slice(object.start, object.end);
  if (phrase.article === '' && withoutDiacritics(text) === text.toLowerCase() && !isPlainAscii(context))
    return undefined;
  const { article, words } = core(tokensOf(text), phrase);
  if (words.length === 0 || words.length > phrase.most) return undefined;
  const noun = words.join(' ');
  const written = articleFor(article, words, phrase);
  return { noun, object: written === '' ? noun : `${written} ${noun}` };
}

/** The sentence around has diacritics, so words without them are loan words ("CRM"), not hasty typing. */
function isPlainAscii(context: RewriteContext): boolean {
  const text = statementText(context);
  return withoutDiacritics(text) !== text.toLowerCase().normalize('NFC');
}
