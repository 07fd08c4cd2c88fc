/** What the objective rules ask of a sentence: does it name work, or something that should be different? */
import type { StatementFacts } from '../statement/facts';
import { overlaps, type Span } from '../text/span';
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

/** "Customers stay with us", "roofs stay dry": what others keep doing is a result; "quality remains high" says little. */
export function othersKeep(facts: StatementFacts): boolean {
  const { head, object, beneficiary, metric, abstractNouns } = facts;
  if (head?.class !== 'keep' && head?.class !== 'decrease') return false;
  // "Returns stop eating our margin"
  const isSaid =
    beneficiary !== undefined ||
    (metric === undefined && abstractNouns.length === 0) ||
    (metric !== undefined && metric.span.start > head.span.end);
  return isSaid && object !== undefined && object.end <= head.span.start;
}

function makesThing({ evidence }: StatementFacts): boolean {
  return evidence.some(({ kind }) => kind === 'artefact');
}

/** The same of what the verb acts on: "solve the problems of patients before they call" makes no call. */
function makesObject({ evidence, object }: StatementFacts): boolean {
  return evidence.some(({ kind, span }) => kind === 'artefact' && (!object || overlaps(span, object)));
}

/**
 * "Build a culture", "restore public trust": there is no thing, so the verb is only a way of speaking. "Assess our
 * sustainability" is work at a desk all the same.
 */
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
  const { facts, item } = context;
  const { head, object, vagueWords, language } = facts;
  if (vagueWords.length === 0 || saysHowMuch(context)) return false;
  if (wording(language).headNounLast) {
    // before the noun of the phrase it is an adjective, behind it an adverb
    const behind = object?.end ?? head?.span.end ?? 0;
    // "Make the game run well on cheap phones"
    const said = ({ start }: Span) => item.statement.text.slice(object?.start, start).trim().includes(' ');
    return vagueWords.some((span) => span.start >= behind || (head?.class === 'delexical' && said(span)));
  }
  // "Complete the assigned tasks well", "thực hiện tốt nhiệm vụ" is still about the tasks.
  const [first] = vagueWords;
  const before = first !== undefined && object !== undefined && first.end <= object.start;
  return head?.class !== 'completion' && !(before && makesThing(facts));
}

/** "Treat patients as if they were family": with whom it is done, and what it is to be like. */
function likens({ item, facts }: StatementContext): boolean {
  const { beneficiary, object, language } = facts;
  const { likeness } = wording(language);
  const from = (at: number) => item.statement.text.slice(at).normalize('NFC').toLowerCase();
  // "Phục vụ như người nhà"
  if (object && likeness.some((phrase) => from(object.start).startsWith(`${phrase} `))) return true;
  if (!beneficiary) return false;
  const behind = from(beneficiary.end);
  return likeness.some((phrase) => behind.includes(` ${phrase} `));
}

/**
 * "Thiết kế đúng ngay từ bản đầu tiên": right behind the verb stands how well it is done; behind what it is done to in
 * "bàn giao nhà đúng hẹn", "serve new regions without fuss", unless a thing is made ("nộp báo cáo đúng hạn").
 */
function saysHowWell({ item, facts }: StatementContext): boolean {
  const { head, language } = facts;
  if (!head) return false;
  const words = item.statement.text.slice(head.span.end).normalize('NFC').toLowerCase().trim().split(/\s+/u);
  const { manner, turnsOut, able, headNounLast } = wording(language);
  const [surest = '', second = ''] = manner;
  const isWork = head.class === 'activity' || head.class === 'delexical';
  // "Ship the right thing"
  const isDone = words.includes(surest) || (headNounLast && words.includes(second));
  if ((isWork && isDone && !makesThing(facts)) || manner.includes(words[0] ?? '')) return true;
  // "Close the books in time to matter", "we can pay our own bills"
  // "build the archive historians dream of"
  const [behind, before] = [` ${words.join(' ')} . `, item.statement.text.slice(0, head.span.start)];
  if (turnsOut.some((phrase) => behind.includes(` ${phrase} `))) return true;
  return able.some((word) => before.normalize('NFC').toLowerCase().endsWith(` ${word} `));
}

/** "Nuôi tôm ít rủi ro, vụ nào cũng có lời": how it always goes. */
function saysItIsAlwaysSo({ item, facts }: StatementContext): boolean {
  const text = item.statement.text.normalize('NFC');
  return wording(facts.language).always.some((words) => text.includes(` ${words} `));
}

/** "Dọn nhà là chuyện nhẹ nhàng": the work is only what it is said of. */
function saysWhatItIs({ item, facts: { object, language } }: StatementContext): boolean {
  if (!object) return false;
  const behind = item.statement.text.slice(object.end).trimStart().normalize('NFC').toLowerCase();
  return wording(language).copulas.some((word) => behind.startsWith(`${word} `));
}

/** "Launch the portal so that …": a thing to be made, then what for. */
function putsWorkFirst(facts: StatementFacts, purpose: Span): boolean {
  const paints = facts.head !== undefined && wording(facts.language).picture.has(facts.head.lemma);
  return makesThing(facts) && !paints && purpose.start > 0;
}

/** "Implementation of the strategy", "Migration to the cloud", "ERP rollout": the noun phrase names what is done. */
function carriesOut({ item, facts }: StatementContext): boolean {
  const { action, thing, vagueWords } = facts;
  if (vagueWords.length > 0) return false;
  // "Second fish market hall", "Customer survey"
  if (thing) return true;
  if (!action) return false;
  const { text } = item.statement;
  const rest = text.slice(action.end);
  const joint = /^ (\p{L}+) /u.exec(rest)?.[1];
  if (joint !== undefined) return wording(facts.language).actedOn.has(joint);
  // "Automation" alone may stand for anything
  return rest.trim() === '' && /\s/u.test(text.slice(action.start, action.end));
}

/** Whether an objective whose sentence is classed as an activity really names work instead of a goal. */
export function namesWork(context: StatementContext): boolean {
  const { facts } = context;
  const { head, beneficiary } = facts;
  // With "so that …" the sentence says what it is for; only a thing to be made still puts the work first.
  if (facts.purpose && !putsWorkFirst(facts, facts.purpose)) return false;
  const counts = facts.class === 'counted-activity';
  if (
    changesManner(context) ||
    likens(context) ||
    saysHowWell(context) ||
    saysWhatItIs(context) ||
    saysItIsAlwaysSo(context)
  )
    return false;
  if (!counts && makesNoThing(facts)) return false;
  // "Machines run to plan" says how it will be; without a verb of doing it is a picture of the goal.
  if (!head) return carriesOut(context);
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
      return !wording(facts.language).picture.has(head.lemma) || makesObject(facts);
  }
}
