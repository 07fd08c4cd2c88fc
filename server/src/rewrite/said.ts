/** A key result that says what people do, with no number: how many of them do it is its measure. */
import { without } from '../text/span';
import { aimIn } from './aim';
import { those } from './aim-many';
import { sharedBy } from './aim-measure';
import { type RewriteContext, sentenceSpan, statementText, wordsIn } from './context';
import type { SentenceMetric } from './metric-sentence';
import { nounKind } from './noun-kind';
import { lowerWords } from './noun-phrase';
import { wordingOf } from './wording';

export interface Said {
  /** The kind of those who do it. */
  readonly kind?: string;
  readonly metrics: readonly SentenceMetric[];
}

const NONE: Said = { metrics: [] };

/** "Guests should be happier about breakfast": the share of guests who are happy about it. */
function inBetterState(context: RewriteContext): Said {
  const { head, beneficiary, vagueWords, language } = context.facts;
  const { start, end } = sentenceSpan(context);
  const [better] = vagueWords;
  if (head || !better || beneficiary?.start !== start) return NONE;
  const { aimStates, aimAre } = wordingOf(language).words;
  const word = lowerWords(wordsIn(context, better));
  const state = aimStates.find((each) => [`${each}r`, `${each}er`, `${each.slice(0, -1)}ier`].includes(word));
  const rest = wordsIn(context, { start: better.end, end });
  if (!state || rest === '') return NONE;
  const who = lowerWords(wordsIn(context, beneficiary));
  return { metrics: [sharedBy(those([who], [aimAre, state, rest], language).share, language)] };
}

/**
 * "Phụ huynh phối hợp chặt chẽ với nhà trường" is measured by the share of parents who do; how well, nobody can count.
 * Only where words do not inflect: elsewhere a key result that says so begins with "every" or a number.
 */
export function saidOfPeople(context: RewriteContext): Said {
  const { head, clauses, quantities, vagueWords, deadline, windows, metric, language } = context.facts;
  const { start, end } = sentenceSpan(context);
  if (clauses.length > 1 || quantities.length > 0) return NONE;
  if (wordingOf(language).phrase.plural !== '') return inBetterState(context);
  // "mỗi tuần một buổi …": how often says of nobody that he does it
  if (windows.some((span) => span.start === start)) return NONE;
  if ((head && head.span.start <= start) || metric?.span.start === start) return NONE;
  const beside = [...vagueWords, ...(deadline ? [deadline] : [])].sort((a, b) => a.start - b.start);
  const text = without(statementText(context).slice(0, end), beside).split(/\s+/u).join(' ').trim();
  const { phrase, words } = wordingOf(language);
  // "diễn viên tập luyện chăm chỉ hơn": how they do it is all that it says
  const written = lowerWords(statementText(context).slice(0, end));
  if (words.aimTrails.some((each) => written.endsWith(` ${each}`))) return NONE;
  const share = aimIn(text, language)?.share;
  const kind = nounKind(text, language);
  // "đội ngũ bác sĩ giỏi" does nothing
  return share && !phrase.aspects.some((each) => lowerWords(share).startsWith(each))
    ? { metrics: [sharedBy(share, language)], ...(kind && { kind }) }
    : NONE;
}
