/** Whom the work of a sentence is for, and who does it: words for the places `{people}` and `{staff}`. */
import { peopleServed, peopleWorking, type Trade, tradeOf } from '../teams/index';
import { aimOf, objectiveText } from './aim';
import { type RewriteContext, statementText, wordsIn } from './context';
import { nounKind } from './noun-kind';
import { core, lowerWords, PEOPLE, tokensOf } from './noun-phrase';
import { wordingOf } from './wording';

export interface People {
  /** Plurals without an article. */
  readonly served: string;
  readonly working: string;
  /** The text itself names whom it is for, not just the trade or the team. */
  readonly named: boolean;
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
  const name = core(tokens.slice(at + 1), phrase, []).words.join(' ');
  const known = beneficiary && wordsIn(context, beneficiary);
  const kind = nounKind(name, language);
  // "school buses" are no people, whoever is in them
  const isPeople = kind === undefined ? known && name.includes(known) : PEOPLE.includes(kind);
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

function findPeople(context: RewriteContext): People {
  const { facts, team, place = [] } = context;
  const { language } = facts;
  const objective = objectiveText(context);
  // the team is nearer than what its objective touches
  const trade = tradeOf(place, language) ?? (team || !objective ? undefined : tradeOf([objective], language));
  const own = namedWith(context);
  const aim = objective === undefined ? undefined : aimOf(objective, language);
  const ofAim = aim?.people ?? '';
  return {
    served: own || ofAim || peopleServed(trade, team, language),
    aimed: ofAim,
    working: own || peopleWorking(language),
    named: (own || ofAim) !== '' || trade !== undefined,
    ...(trade && { trade }),
  };
}
