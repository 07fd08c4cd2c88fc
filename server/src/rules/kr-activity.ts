import { nounClassOf } from '../statement/index';
import { actionPhrase, hasNumber, isDeclared, wholeStatement, wordsAt } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';

/** Finer wordings by what leads the sentence. The general one says "work to be done". */
const VARIANT_OF_HEAD: Readonly<Record<string, string>> = {
  support: 'support',
  'hiring-spend': 'spend',
  learning: 'learning',
  hedge: 'try',
};

const PEOPLE: readonly (string | undefined)[] = ['person', 'staff'];

/** Work that comes back: "every Tuesday", "hằng tuần"; not "for every customer" nor "within 24 hours". */
function isRoutine({ facts, item }: StatementContext): boolean {
  return facts.windows.some(
    ({ start, end }) =>
      !facts.quantities.some(({ span }) => span.start < end && span.end > start) &&
      !PEOPLE.includes(nounClassOf(item.statement.text.slice(start, end), facts.language)),
  );
}

/** The variant that explains an activity best: by its verb, or that it has none. */
export function activityVariant(context: StatementContext): string | undefined {
  const { facts, item } = context;
  const { head, hedge, object, language } = facts;
  if (hedge) return 'try';
  const variant = (head && VARIANT_OF_HEAD[head.class]) ?? (isRoutine(context) ? 'routine' : undefined);
  // what people do is no name of work, though no verb leads it
  if (!head)
    return variant ?? (PEOPLE.includes(nounClassOf(item.statement.text, language)) ? undefined : 'noun');
  // who takes part in a fair supports nobody
  const at = object && item.statement.text.slice(object.start, object.end);
  return variant === 'support' && at && nounClassOf(at, language) === 'event' ? undefined : variant;
}

/** A key result that is work: finishing it says nothing about its effect. Domain note §3.4. */
export const krActivity: StatementRule = {
  id: 'kr-activity',
  scope: 'key-result',
  source: 'article; google; gilad',
  judgement: true,
  variants: ['support', 'spend', 'learning', 'try', 'noun', 'routine'],
  yieldsTo: ['empty-item', 'placeholder-left'],
  check(context): Hit | undefined {
    // A numeric target beside the sentence (a table column) makes it a counted activity.
    if (context.facts.class !== 'activity' || hasNumber(context.item, 'target')) return undefined;
    // Who writes `#milestone` says that being done is the result; `kr-binary` has its opinion on that.
    if (isDeclared(context.item, 'milestone')) return undefined;
    const variant = activityVariant(context);
    const span = variant === 'noun' ? wholeStatement(context) : actionPhrase(context);
    return { span, ...(variant && { variant }), params: { words: wordsAt(context, span) } };
  },
};
