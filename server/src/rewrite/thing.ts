/** The thing that a sentence works on, as words that fit into another sentence. */
import { kindOfNoun } from '../teams/index';
import { withoutDiacritics } from '../teams/words';
import type { Language } from '../text/language';
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
function core(tokens: readonly string[], { leading, cutAt }: Phrase): { lead: string[]; words: string[] } {
  const dropped = new Set(leading);
  const cut = new Set(cutAt);
  let first = 0;
  for (; first < tokens.length; first++) {
    const word = (tokens[first] ?? '').normalize('NFC').toLowerCase();
    if (!dropped.has(word) && !/^[\d.,]+[%x+]?$/u.test(word)) break;
  }
  const words: string[] = [];
  for (const token of tokens.slice(first)) {
    const word = token.normalize('NFC').toLowerCase();
    if (cut.has(word)) break;
    const stop = PUNCTUATION.exec(token);
    if (stop && stop.index > 0) {
      const before = token.slice(0, stop.index);
      if (stop.index === token.length - 1 || stop[0] === ',') words.push(before);
      break;
    }
    if (stop) break;
    words.push(token);
  }
  return { lead: tokens.slice(0, first).map((token) => token.toLowerCase()), words };
}

/**
 * A name takes no article: `PagerDuty`, `module B`; a common noun in capitals does: `Ambassador Program`, `CRM`.
 */
function isName(words: readonly string[], language: Language): boolean {
  const last = words.at(-1) ?? '';
  if (!/^\p{Lu}/u.test(last) && !/\p{N}/u.test(last)) return false;
  if (last.length === 1 || /^\p{N}+$/u.test(last)) return true;
  const isCommon = kindOfNoun(words.join(' '), language) !== undefined;
  return !isCommon || (words.length === 1 && last !== last.toUpperCase());
}

/** The sentence's own article (`our`; `a` has become known by now), else `the`, else nothing for plurals, names and masses. */
function articleFor(lead: readonly string[], words: readonly string[], language: Language): string {
  const { phrase } = wordingOf(language);
  const own = lead.find((word) => phrase.keepArticle.includes(word));
  if (own !== undefined) return own;
  if (lead.some((word) => phrase.indefinite.includes(word))) return phrase.article;
  const last = (words.at(-1) ?? '').toLowerCase();
  const isMass = phrase.noArticleEndings.some((ending) => last.endsWith(ending) && !last.endsWith('ss'));
  return isMass || isName(words, language) ? '' : phrase.article;
}

/** Typed without the diacritics that its verb has in the dictionary: its words would stand out in a written sentence. */
export function isHasty(context: RewriteContext): boolean {
  const { head } = context.facts;
  const text = statementText(context);
  return (
    head !== undefined &&
    withoutDiacritics(head.lemma) !== head.lemma &&
    withoutDiacritics(text) === text.toLowerCase()
  );
}

/** The thing named by the facts' object, undefined where there is none that can be carried over. */
export function thingOf(context: RewriteContext): Thing | undefined {
  const { object, head, language } = context.facts;
  if (!object || isHasty(context)) return undefined;
  const { phrase } = wordingOf(language);
  const text = statementText(context);
  const { lead, words } = core(tokensOf(text.slice(object.start, object.end)), phrase);
  const before = head && head.span.end <= object.start ? text.slice(head.span.end, object.start) : '';
  if (words.length === 0 || words.length > phrase.most) return undefined;
  const noun = words.join(' ');
  const written = articleFor([...tokensOf(before.toLowerCase()), ...lead], words, language);
  return { noun, object: written === '' ? noun : `${written} ${noun}` };
}
