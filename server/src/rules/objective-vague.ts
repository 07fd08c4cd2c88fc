import type { StatementFacts } from '../statement/facts';
import { overlaps } from '../text/span';
import { isShort, namesWork, othersKeep, VERY_SHORT } from './objectives';
import { measures, wholeStatement, wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { wording } from './wording';

/** Shares of the length up to which a wish says nothing in particular. */
const SHORT = 0.85;
const LONGER = 1.2;

/** Whether the sentence has the form of a wish: "improve …", "get better at …", "keep … running", bare "culture". */
function isWish(context: StatementContext): boolean {
  const { head, metric, abstractNouns, vagueWords, beneficiary } = context.facts;
  const fuzzy = abstractNouns.length > 0 || metric !== undefined;
  if (fuzzy && isShort(context, LONGER) && pointsEverywhere(context)) return true;
  switch (head?.class) {
    case 'increase':
    case 'improve':
      return isShort(context, LONGER);
    case 'decrease':
    case 'keep':
      // "Keep bees alive through the winter"
      return isShort(context, fuzzy || vagueWords.length > 0 ? 1 : SHORT) && !othersKeep(context.facts);
    case 'delexical':
      return (vagueWords.length > 0 && isShort(context)) || (fuzzy && isShort(context, SHORT));
    case 'become':
      // "Be better", "become agile"; with something to become ("the first choice of clinics") it is a picture.
      return !beneficiary && isShort(context, vagueWords.length > 0 ? 1 : VERY_SHORT);
    case 'enable':
      // "Delight customers": everybody wants that
      return namesOnly(context.facts) && isShort(context, VERY_SHORT + 0.25);
    case 'reach':
      // "Get the best results"
      if (vagueWords.length > 0 && abstractNouns.length > 0) return isShort(context);
      // "Reach our goals", "sign new partners"; "break into Japan" says where
      return isShort(context, VERY_SHORT) && !namesPlace(context);
    case 'hedge':
      return fuzzy && isShort(context);
    default:
      return isVagueWork(context);
  }
}

/** "Excellence in everything we do": as many words as a particular objective, and nowhere to look. */
function pointsEverywhere({ item, facts }: StatementContext): boolean {
  const text = item.statement.text.normalize('NFC').toLowerCase();
  return wording(facts.language).everywhere.some((phrase) => text.includes(phrase));
}

/** Bare "culture"; "build pipeline", "work harder": nothing is made or done. */
function isVagueWork(context: StatementContext): boolean {
  const { head, class: verdict, metric, object, abstractNouns, vagueWords } = context.facts;
  const fuzzy = abstractNouns.length > 0 || metric !== undefined;
  // "Customer satisfaction", unlike "customers recommend us"
  if (!head) return (abstractNouns.length > 0 || isQuality(metric)) && isShort(context, VERY_SHORT);
  // "Work better", "take better care of customers": of nothing in particular
  if (vagueWords.length > 0 && (object === undefined || namesOnly(context.facts))) return isShort(context);
  // "Deliver features faster": at a better pace, whatever it is
  if (head.class === 'activity' && vagueWords.length > 0 && endsInManner(context))
    return isShort(context, SHORT);
  if (verdict === 'vague' && (fuzzy || vagueWords.length > 0)) return isShort(context, SHORT);
  // "Develop people in every way": abstract and vague
  return abstractNouns.length > 0 && isShort(context, vagueWords.length > 0 ? 1 : VERY_SHORT);
}

/** A bare work product and how it is done, which closes the sentence: "ship code more quickly", not "decide permits sooner". */
function endsInManner({ item, facts }: StatementContext): boolean {
  const { object, vagueWords, evidence, language, beneficiary } = facts;
  const last = vagueWords[vagueWords.length - 1];
  if (!wording(language).headNounLast || !last || beneficiary) return false;
  const { text } = item.statement;
  if (text.slice(last.end).trim() !== '') return false;
  // "Communicate more effectively": nothing but how
  if (object === undefined || overlaps(object, last)) return true;
  const thing = evidence.some(({ kind, span }) => kind === 'artefact' && span.start === object.start);
  return thing && last.start >= object.end;
}

/** A metric of how good or how much, not of how many there are. */
function isQuality(metric: StatementFacts['metric']): boolean {
  return metric !== undefined && metric.kind !== 'count';
}

/** The object has a name in it. */
function namesPlace({ item, facts }: StatementContext): boolean {
  const { object } = facts;
  return object !== undefined && /\p{Lu}/u.test(item.statement.text.slice(object.start, object.end));
}

/** The object is only "customers" or "the business". */
function namesOnly({ beneficiary, object }: StatementFacts): boolean {
  return beneficiary !== undefined && beneficiary.start === object?.start && beneficiary.end === object.end;
}

/** Something that makes it this team's objective: a number, a purpose, the means, somebody who benefits. */
function isParticular({ facts, item }: StatementContext): boolean {
  const { purpose, means, metric, beneficiary, abstractNouns, object, language } = facts;
  // "Become number one" gives no number
  const numbers = measures(facts).filter(({ value }) => facts.head?.class !== 'become' || value !== 1);
  if (purpose || means || numbers.length > 0) return true;
  // "Strengthen trust between nurses and doctors": these two
  const before = item.statement.text
    .slice(0, beneficiary?.start ?? 0)
    .trimEnd()
    .toLowerCase();
  if (before.endsWith(` ${wording(language).between}`)) return true;
  // "Improve customer satisfaction" names customers and still fits any team.
  // and so does bare "build a corporate culture", "serve customers better"
  if (beneficiary === undefined || namesOnly(facts)) return false;
  // "Bứt phá ở thị trường phía bắc": where, and which one
  const which = item.statement.text.slice(beneficiary.end).trim() !== '';
  const places = which && object && object.start < beneficiary.start;
  if (abstractNouns.some((noun) => !places || !overlaps(noun, beneficiary))) return false;
  // "Increase customer retention": they only say which retention
  return !metric || !overlaps(metric.span, beneficiary);
}

/**
 * A wish that fits any company: an improvement verb with an abstract noun, or "more" without a what. Who benefits, or
 * what for, makes it specific enough. Domain note §3.3.
 */
export const objectiveVague: StatementRule = {
  id: 'objective-vague',
  scope: 'objective',
  source: 'article; google',
  judgement: true,
  variants: ['more', 'keep'],
  yieldsTo: ['objective-is-activity', 'empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts } = context;
    // What is only kept running, or makes no thing ("build culture"), may be classed as work; it is a wish all the same.
    const wish = facts.class === 'vague' || (facts.class === 'activity' && !namesWork(context));
    if (!wish || !isWish(context) || isParticular(context)) return undefined;
    const span = wholeStatement(context);
    const variant = facts.head?.class === 'keep' ? 'keep' : facts.vagueWords.length > 0 ? 'more' : undefined;
    return { span, ...(variant && { variant }), params: { words: wordsAt(context, span) } };
  },
};
