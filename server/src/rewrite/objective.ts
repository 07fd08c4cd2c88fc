/** Rewrites of objectives: say what somebody gains; give them key results. */
import type { Item, Located } from '../document/model';
import { knowledgeOf } from '../teams/index';
import { blockOf, lastNumber, lineBreakOf, markerOf } from './block';
import { type RewriteContext, sentenceSpan, wordsIn } from './context';
import { merged, replaceSentence } from './edit';
import { metricSentence } from './metric-sentence';
import { nounKind } from './noun-kind';
import { PEOPLE } from './noun-phrase';
import type { SuggestedEdit, Suggestion, TemplatePart } from './suggestion';
import { type Thing, thingOf } from './thing';
import { joined, placeholder, sentence, titleOf } from './wording';
import { keptAsInitiative } from './work';

/** New key results offered to an objective without any. */
const NEW_KEY_RESULTS = 2;

/**
 * "‹who› ‹can do what they could not do before›", with the thing that is built, where the sentence builds one; where it
 * works on people, they are who.
 */
function benefitParts(context: RewriteContext, thing?: Thing): TemplatePart[] {
  const { language } = context.facts;
  const benefit = placeholder(language, 'benefit');
  const who = placeholder(language, 'who');
  if (!thing) return sentence(language, 'benefit', { who, benefit });
  const words = thing.object;
  return PEOPLE.includes(nounKind(thing.noun, language))
    ? sentence(language, 'benefit', { who: words.charAt(0).toUpperCase() + words.slice(1), benefit })
    : sentence(language, 'benefitWith', { who, benefit, words });
}

/** An objective that is work or a vague wish: who will be able to do what? Work becomes an initiative. */
export function sayBenefit(context: RewriteContext): Suggestion[] {
  const { facts, language } = context;
  const isWork = facts.class === 'activity' || facts.class === 'counted-activity';
  const { edits, statement } = replaceSentence(
    context,
    benefitParts(context, isWork ? thingOf(context) : undefined),
  );
  const kept = isWork ? keptAsInitiative(context, edits) : undefined;
  return [
    {
      id: 'say-benefit',
      kind: 'quickfix',
      title: titleOf(language, 'benefit'),
      edits: kept ?? edits,
      statement,
    },
  ];
}

/** `KR4: ` after `KR3:`, `n` further on; labels without number stay as they are. */
function labelAfter(label: string, n: number): string {
  const number = lastNumber(label);
  if (!number) return label && `${label} `;
  const next = Number(label.slice(number.start, number.end)) + n;
  return `${label.slice(0, number.start)}${next}${label.slice(number.end)} `;
}

/** `- KR4: ` as the last key result is marked and labelled, with the next numbers; a plain bullet where there is none. */
function markersAfter(text: string, last: Located<Item> | undefined, count: number): string[] {
  const marker = last && markerOf(text, last);
  const ordinal = /^(\d+)([.)])$/u.exec(marker?.bullet ?? '');
  return Array.from({ length: count }, (_, n) => {
    if (!last) return '- ';
    const label = labelAfter(last.item.label?.text ?? '', n + 1);
    if (!marker) return last.item.form === 'paragraph' ? label : '';
    const bullet = ordinal ? `${Number(ordinal[1]) + n + 1}${ordinal[2]}` : marker.bullet;
    return `${marker.indent}${bullet}${marker.gap}${marker.checkbox === '' ? '' : '[ ] '}${label}`;
  });
}

/** New key results after the last one, or after the objective. Not into tables, whose columns are not known here. */
function keyResultInsertion(
  context: RewriteContext,
  sentences: readonly (readonly TemplatePart[])[],
): SuggestedEdit | undefined {
  const { text, parent, item } = context;
  const last = parent?.keyResults.at(-1);
  if (last?.item.form === 'table-row' || last?.item.form === 'heading') return undefined;
  const { end } = blockOf(text, last ?? item);
  const lineBreak = lineBreakOf(text);
  const markers = markersAfter(text, last, sentences.length);
  const parts = sentences.flatMap((parts_, n) => [
    lineBreak.repeat(n === 0 && !last ? 2 : 1),
    markers[n] ?? '',
    ...parts_,
  ]);
  return { span: { start: end, end }, parts: joined(parts) };
}

/** An objective that nothing proves yet: the team's first metrics as key results. */
export function addKeyResults(context: RewriteContext): Suggestion[] {
  const { facts, team, parent, language } = context;
  if (!team || !parent) return [];
  const missing = Math.max(1, NEW_KEY_RESULTS - parent.keyResults.length);
  const metrics = knowledgeOf(team, facts.language).metrics.slice(0, missing);
  const edit = keyResultInsertion(
    context,
    metrics.map((metric) => metricSentence(facts.language, metric)),
  );
  if (!edit) return [];
  const title = titleOf(language, 'addKeyResults', { count: String(missing) });
  return [{ id: 'add-key-results', kind: 'quickfix', title, edits: [edit] }];
}

/** A number in the objective is a key result: it becomes one, and the objective says what it is for. */
export function makeKeyResult(context: RewriteContext): Suggestion[] {
  const insertion = keyResultInsertion(context, [[wordsIn(context, sentenceSpan(context))]]);
  if (!insertion || !context.parent) return [];
  const { edits, statement } = replaceSentence(context, benefitParts(context));
  const title = titleOf(context.language, 'objectiveToKeyResult');
  return [
    { id: 'make-key-result', kind: 'quickfix', title, edits: merged([...edits, insertion]), statement },
  ];
}
