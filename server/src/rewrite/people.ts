/** Whom the work of a sentence is for, and who does it: words for the places `{people}` and `{staff}`. */
import { analyse } from '../statement/index';
import { peopleServed, peopleWorking, type Trade, tradeOf } from '../teams/index';
import type { Language } from '../text/language';
import { aimOf } from './aim';
import { objectiveText } from './aim-measure';
import { type RewriteContext, statementText, wordsIn } from './context';
import { nounKind } from './noun-kind';
import { core, lowerWords, PEOPLE, tokensOf } from './noun-phrase';
import { pluralOf } from './thing';
import { wordingOf } from './wording';

export interface People {
  /** Plurals without an article. */
  readonly served: string;
  readonly working: string;
  /** The text itself names whom it is for, not just the trade or the team. */
  readonly named: boolean;
  /** Those for whom the sentence itself says it is done; empty where it does not. */
  readonly own: string;
  /** Those of whom the objective speaks; empty where it speaks of none. */
  readonly aimed: string;
  readonly trade?: Trade;
}

/** "nurses" of "a webinar series for nurses": whom the sentence itself names with "for". */
function namedWith(context: RewriteContext): string {
  const { beneficiary, language } = context.facts;
  const { words, phrase } = wordingOf(language);
  const text = statementText(context);
  // "three carriers" are carriers
  const numbers = context.facts.quantities.map(({ span }) => text.slice(span.start, span.end));
  const tokens = tokensOf(text).filter((word) => !numbers.includes(word));
  const at = tokens.findIndex((word, n) => n > 0 && words.forWords.includes(lowerWords(word)));
  if (at < 0) return '';
  const one = core(tokens.slice(at + 1), phrase, []).words.join(' ');
  // "for every new resident"
  const name = words.aimEach.includes(lowerWords(tokens[at + 1] ?? '')) ? pluralOf(one, phrase) : one;
  const known = beneficiary && wordsIn(context, beneficiary);
  const kind = nounKind(one, language);
  // "school buses" are no people, whoever is in them
  const isPeople = kind === undefined ? known && one.includes(known) : PEOPLE.includes(kind);
  return isPeople ? name : '';
}

const known = new WeakMap<RewriteContext, People>();

/** Kept per context: several rewrites ask for it. */
export function peopleOf(context: RewriteContext): People {
  let people = known.get(context);
  if (!people) {
    people = findPeople(context);
    known.set(context, people);
  }
  return people;
}

/** The objective's trade, else that of the place, unless the key result has one of its own: one house may hold many. */
function findTrade({ facts, team, place = [], item }: RewriteContext, objective = ''): Trade | undefined {
  const { language } = facts;
  // the team is nearer than what its objective touches
  const above = team ? undefined : tradeOf([objective], language);
  const around = tradeOf(place, language);
  const own = tradeOf([item.item.statement.text], language);
  return above ?? (own && own !== around ? undefined : around);
}

/** Whom the objective is about, in the plural: "our shop sells what visitors need". */
function beneficiaryIn(text: string, language: Language): string {
  const { beneficiary } = analyse(text, language);
  const words = beneficiary ? text.slice(beneficiary.start, beneficiary.end) : '';
  const isMany = pluralOf(words, wordingOf(language).phrase) === words;
  // "ai cũng muốn đi" names nobody
  if (wordingOf(language).words.aimAnyone.includes(lowerWords(words))) return '';
  return isMany && PEOPLE.includes(nounKind(words, language)) ? words.toLowerCase() : '';
}

function findPeople(context: RewriteContext): People {
  const { facts, team } = context;
  const { language } = facts;
  const objective = objectiveText(context);
  const trade = findTrade(context, objective);
  const own = namedWith(context);
  const aim = objective === undefined ? undefined : aimOf(objective, language);
  const ofAim = aim?.people ?? '';
  return {
    served: own || ofAim || beneficiaryIn(objective ?? '', language) || peopleServed(trade, team, language),
    own,
    aimed: ofAim,
    working: own || peopleWorking(language),
    named: (own || ofAim) !== '' || trade !== undefined,
    ...(trade && { trade }),
  };
}
