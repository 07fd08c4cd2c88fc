import type { StatementFacts } from '../statement/facts';
import { overlaps } from '../text/span';
import { actionPhrase, saysHowMuch, wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';

/** "Turn X into Y", "open up a market": the verb alone says nothing, so only a thing that is made tells it is work. */
function isWork({ head, object, evidence, class: kind, form, beneficiary }: StatementFacts): boolean {
  // "Dealers restock without calling us" says what others will do; it is a picture of the goal.
  if (!head) return form === 'noun-phrase' && !beneficiary && evidence.some((e) => e.kind === 'artefact');
  if (head.class === 'keep') return false;
  if (head.class !== 'delexical' || kind === 'counted-activity') return true;
  return evidence.some(({ kind, span }) => kind === 'artefact' && object && overlaps(span, object));
}

/** "Manage receivables more tightly": how it is done is what changes, unlike "send more emails". */
function changesManner(context: StatementContext): boolean {
  const { vagueWords } = context.facts;
  return vagueWords.length > 0 && !saysHowMuch(context);
}

/** The solution instead of the goal: it dies when the plan changes. Domain note §3.3. */
export const objectiveIsActivity: StatementRule = {
  id: 'objective-is-activity',
  scope: 'objective',
  source: 'article; cagan',
  judgement: true,
  yieldsTo: ['empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    const { facts } = context;
    if (facts.class !== 'activity' && facts.class !== 'counted-activity') return undefined;
    // With "so that …" the sentence says what it is for; that is the objective, clumsily put.
    if (facts.purpose || !isWork(facts) || changesManner(context)) return undefined;
    const span = actionPhrase(context);
    return { span, params: { words: wordsAt(context, span) } };
  },
};
