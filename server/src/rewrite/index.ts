/** The rewrite stage: a finding and the team's knowledge in, suggested wordings out. */
import type { RewriteContext } from './context';
import { ignoreHere } from './ignore';
import { fittingCount, measuresOf as measuresFor } from './measures';
import type { SentenceMetric } from './metric-sentence';
import { moveMeans, moveToInitiatives } from './move';
import { addKeyResults, makeKeyResult, sayBenefit } from './objective';
import { measureHarm, measurePurpose } from './purpose';
import { splitKeyResult } from './split';
import { addObjective, deleteCopy, renumber } from './structure';
import type { Suggestion } from './suggestion';
import {
  addOwner,
  honestStatus,
  keepFirstOwner,
  nameDay,
  normaliseWeights,
  recomputeProgress,
  rescaleScore,
} from './tracking';
import { marked } from './typed';
import {
  addBaseline,
  addCurrent,
  addUnit,
  addWindow,
  byInsteadOfTo,
  numberFormat,
  percentagePoints,
  rateFromTo,
  relativeFromTo,
  sayHow,
} from './values';
import { dropHedge, swapNumbers, swapVerb } from './verbs';
import { complete, isVague, measureTime, sayChange } from './wish';
import { measureInstead, skeletons } from './work';

export type { RewriteContext } from './context';
export { type DocumentRewriteContext, suggestForDocument } from './front-matter';
export {
  type Placeholder,
  plainText,
  type SuggestedEdit,
  type Suggestion,
  type SuggestionKind,
  type TemplatePart,
} from './suggestion';

type Rewrite = (context: RewriteContext) => readonly Suggestion[];

/** Fewer rewordings leave no choice. */
const ENOUGH_REWORDINGS = 3;

/** The first of those that name the same metric: "Reduce issues from" is the same with and without "a month". */
function distinct(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const beginnings = suggestions.map(({ statement: [first] = [] }) =>
    typeof first === 'string' ? first.toLowerCase().trim() : undefined,
  );
  return suggestions.filter((_, n) => beginnings[n] === undefined || beginnings.indexOf(beginnings[n]) === n);
}

/** Rewordings that know the subject, then as many that fit anything as are needed for a choice, but one at least. */
function rewordings(known: readonly Rewrite[]): Rewrite {
  return (context) => {
    const fitting = distinct(known.flatMap((rewrite) => rewrite(context)));
    return [...fitting, ...skeletons(context, Math.max(1, ENOUGH_REWORDINGS - fitting.length))];
  };
}

const WORK: readonly Rewrite[] = [
  rewordings([measurePurpose, measureHarm, measureTime, measureInstead]),
  moveToInitiatives,
];
/** Where the sentence's own words measure nothing, and for its very subject a measure is known. */
function isBetterSaidElse(context: RewriteContext): boolean {
  return isVague(context) || (!context.facts.metric && fittingCount(context) > 0);
}

const WISH: readonly Rewrite[] = [
  rewordings([
    sayChange,
    (context) => (isBetterSaidElse(context) ? [] : complete(context)),
    measureTime,
    measureInstead,
    complete,
  ]),
];

/** Where a placeholder was left in a sentence about work, it is work all the same. */
function ifWork(context: RewriteContext): readonly Suggestion[] {
  const { class: kind } = context.facts;
  return kind === 'activity' || kind === 'counted-activity'
    ? WORK.flatMap((rewrite) => rewrite(context))
    : [];
}

/** What helps against which finding, in the order of the menu. A rule that is not named here can only be ignored. */
const REWRITES: Readonly<Record<string, readonly Rewrite[]>> = {
  'kr-activity': WORK,
  'kr-counted-activity': WORK,
  'kr-percent-of-task': WORK,
  'kr-binary': WORK,
  'kr-is-learning': WORK,
  'kr-hiring-spend': WORK,
  'kr-support-verb': WORK,
  'placeholder-left': [ifWork],
  'kr-no-number': WISH,
  'kr-unbounded': WISH,
  'kr-vague-quantity': WISH,
  'kr-try-verb': [dropHedge],
  'kr-no-baseline': [addBaseline, addCurrent],
  'kr-relative-no-base': [relativeFromTo, addCurrent],
  'to-or-by': [byInsteadOfTo, relativeFromTo],
  'percent-of-percent': [percentagePoints, rateFromTo],
  'direction-contradiction': [swapVerb, swapNumbers],
  'metric-polarity': [swapVerb],
  'metric-undefined': [sayHow],
  'metric-ambiguous-window': [addWindow],
  'unit-missing': [addUnit],
  'number-format': [numberFormat],
  'kr-compound': [splitKeyResult],
  'objective-is-activity': [sayBenefit],
  'objective-vague': [sayBenefit],
  'objective-has-metric': [makeKeyResult],
  'objective-without-kr': [addKeyResults],
  'too-few-krs': [addKeyResults],
  'solution-in-objective': [moveMeans],
  'kr-without-objective': [addObjective],
  'duplicate-kr': [deleteCopy],
  'numbering-broken': [renumber],
  'initiative-under-krs': [moveToInitiatives],
  'vague-deadline': [nameDay],
  'missing-owner': [addOwner],
  'too-many-owners': [keepFirstOwner],
  'progress-inconsistent': [recomputeProgress],
  'score-invalid': [rescaleScore],
  'weights-sum': [normaliseWeights],
  'off-pace': [honestStatus],
};

/** Rules whose findings may have a `certain` suggestion; the others need not be asked where only these are wanted. */
const CERTAIN: ReadonlySet<string> = new Set(['kr-try-verb', 'direction-contradiction', 'metric-polarity']);

/** Whether a rule's findings can be mended without a thought, if not each of them. */
export function mendsForSure(ruleId: string): boolean {
  return CERTAIN.has(ruleId);
}

/** Metrics to offer for a key result, best first. */
export function measuresOf(context: RewriteContext): readonly SentenceMetric[] {
  return measuresFor(marked(context));
}

/** Suggestions for one finding, best first. Pure: the same context gives the same suggestions. */
export function suggest(given: RewriteContext): readonly Suggestion[] {
  const context = marked(given);
  // wordings in English or Vietnamese are no help in a third language
  const rewrites = context.facts.foreign ? [] : (REWRITES[context.finding.ruleId] ?? []);
  return [...rewrites.flatMap((rewrite) => rewrite(context)), ...ignoreHere(context)];
}
