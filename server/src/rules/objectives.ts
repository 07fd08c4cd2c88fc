/** What the objective rules ask of a sentence: does it name work, or something that should be different? */
import type { StatementFacts } from '../statement/facts';
import { overlaps } from '../text/span';
import { saysHowMuch } from './reading';
import type { StatementContext } from './rule';
import { wording } from './wording';

/** Whether the sentence has at most `share` of the words below which a wish says nothing in particular. */
export function isShort({ item, facts }: StatementContext, share = 1): boolean {
  const words = item.statement.text.split(/\s+/u).filter((word) => word !== '').length;
  return words <= wording(facts.language).shortObjective * share;
}

function makesThing({ evidence }: StatementFacts): boolean {
  return evidence.some(({ kind }) => kind === 'artefact');
}

/**
 * "Build a culture", "restore public trust": there is no thing, so the verb is only a way of speaking. "Assess our
 * sustainability" is work at a desk all the same.
 */
function makesNoThing(facts: StatementFacts): boolean {
  const { head, object, abstractNouns } = facts;
  if (head && wording(facts.language).deskVerbs.has(head.lemma)) return false;
  return !makesThing(facts) && object !== undefined && abstractNouns.some((noun) => overlaps(noun, object));
}

/**
 * "Turn support into a reason to stay": the verb says nothing; work only where it makes a mere thing, for nobody, or
 * where the thing comes first: "have meetings with all clients".
 */
function delexicalIsWork(facts: StatementFacts): boolean {
  const { object, evidence, beneficiary, metric } = facts;
  if (facts.class === 'counted-activity') return true;
  const thing = evidence.find(({ kind, span }) => kind === 'artefact' && object && overlaps(span, object));
  if (!thing || !object) return false;
  return thing.span.start === object.start || (!beneficiary && !metric);
}

/** "Manage receivables more tightly": how it is done is what changes, unlike "send more emails", "define key terms". */
function changesManner(context: StatementContext): boolean {
  const { head, object, vagueWords, language } = context.facts;
  // before the noun of an English phrase it is an adjective, behind it an adverb
  const behind = wording(language).headNounLast ? (object?.end ?? head?.span.end ?? 0) : 0;
  return vagueWords.some(({ start }) => start >= behind) && !saysHowMuch(context);
}

/** Whether an objective whose sentence is classed as an activity really names work instead of a goal. */
export function namesWork(context: StatementContext): boolean {
  const { facts } = context;
  const { head, beneficiary } = facts;
  // With "so that …" the sentence says what it is for; only a thing to be made still puts the work first.
  if (facts.purpose && (!makesThing(facts) || facts.purpose.start === 0)) return false;
  if (changesManner(context) || makesNoThing(facts)) return false;
  // "Machines run to plan" says how it will be; without a verb of doing it is a picture of the goal.
  if (!head) return false;
  switch (head.class) {
    case 'keep':
      return false;
    case 'delexical':
      return delexicalIsWork(facts);
    case 'support':
      // "Help new nurses feel at home in their first week" is a goal; "support customers" is not.
      return !beneficiary || isShort(context);
    default:
      return true;
  }
}
