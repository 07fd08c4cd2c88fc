/** What the objective rules ask of a sentence: does it name work, or something that should be different? */
import type { StatementFacts } from '../statement/facts';
import { overlaps } from '../text/span';
import { saysHowMuch } from './reading';
import type { StatementContext } from './rule';
import { wording } from './wording';

/** Half the words of a short objective: "company culture", "manage communication". */
export const VERY_SHORT = 0.5;

/** Whether the sentence has at most `share` of the words below which a wish says nothing in particular. */
export function isShort({ item, facts }: StatementContext, share = 1): boolean {
  const { text } = item.statement;
  // "Tiếp tục", "try to" adds nothing particular
  const said = facts.hedge ? text.slice(facts.hedge.end) : text;
  const words = said.split(/\s+/u).filter((word) => word !== '').length;
  return words <= wording(facts.language).shortObjective * share;
}

function makesThing({ evidence }: StatementFacts): boolean {
  return evidence.some(({ kind }) => kind === 'artefact');
}

/** "Build a culture", "create a workplace": what is made is no thing, so the verb is only a way of speaking. */
function makesNoThing(facts: StatementFacts): boolean {
  const { head, object, abstractNouns } = facts;
  // To study or to measure something abstract is work all the same.
  if (head?.class === 'learning' || head?.class === 'measure' || head?.class === 'hiring-spend') return false;
  if (head && wording(facts.language).carryOut.has(head.lemma)) return false;
  if (makesThing(facts) || object === undefined) return false;
  const { headNounLast } = wording(facts.language);
  // "Đào tạo nâng cao tay nghề" trains somebody; only what stands first is what is made
  return abstractNouns.some((noun) => (headNounLast ? overlaps(noun, object) : noun.start === object.start));
}

/** "Turn support into a reason to stay": the verb says nothing; work only where it makes a mere thing, for nobody. */
function delexicalIsWork(facts: StatementFacts): boolean {
  const { object, evidence, beneficiary, metric } = facts;
  if (facts.class === 'counted-activity') return true;
  const thing = evidence.some(({ kind, span }) => kind === 'artefact' && object && overlaps(span, object));
  return thing && !beneficiary && !metric;
}

/** "Manage receivables more tightly": how it is done is what changes, unlike "send more emails". */
function changesManner(context: StatementContext): boolean {
  const { facts } = context;
  const { head, object, vagueWords } = facts;
  if (vagueWords.length === 0 || saysHowMuch(context)) return false;
  // "Complete the assigned tasks well", "thực hiện tốt nhiệm vụ" is still about the tasks.
  const [first] = vagueWords;
  const before = first !== undefined && object !== undefined && first.end <= object.start;
  return head?.class !== 'completion' && !(before && makesThing(facts));
}

/** Whether an objective whose sentence is classed as an activity really names work instead of a goal. */
export function namesWork(context: StatementContext): boolean {
  const { facts } = context;
  const { head, beneficiary } = facts;
  // With "so that …" the sentence says what it is for; that is the objective, clumsily put.
  if (facts.purpose || changesManner(context) || makesNoThing(facts)) return false;
  // "Machines run to plan" says how it will be; without a verb of doing it is a picture of the goal.
  if (!head) return false;
  switch (head.class) {
    case 'keep':
      return false;
    case 'delexical':
      return delexicalIsWork(facts);
    case 'support':
      if (wording(facts.language).picture.has(head.lemma)) return isShort(context, VERY_SHORT);
      // "Help new nurses feel at home in their first week" is a goal; "support customers" is not.
      return !beneficiary || isShort(context);
    default:
      // "Đưa trái cây miền Tây lên kệ siêu thị Nhật": what is brought somewhere is there in the end
      return makesThing(facts) || !wording(facts.language).picture.has(head.lemma);
  }
}
