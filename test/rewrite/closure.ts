/** What must hold of every offered rewording: it ends its own finding, says nothing new that is wrong, and is the same key result. */
import { readDocument } from '../../server/src/document/index';
import { plainText, type Suggestion } from '../../server/src/rewrite/index';
import { applied, filled, keyResults, plausibleValues, type ReadItem, type Setting } from './pipeline';

/** A key result among others, with a label, an owner and notes that a rewrite must leave alone. */
export function documentWith(sentence: string, { language }: Setting): string {
  const [objective, label, first, last, note] = FRAME[language];
  return [
    `## ${objective}`,
    '',
    `### ${label}`,
    '',
    `- KR1: ${first} @an`,
    `- KR2: ${sentence} @linh`,
    `  - ${note}`,
    `- KR3: ${last} @minh`,
    '',
  ].join('\n');
}

const FRAME = {
  en: [
    'Objective 1: Customers recommend us first',
    'Key Results',
    'Raise NPS from 31 to 45',
    'Reduce churn from 6% to 4%',
    'asked the board about it',
  ],
  vi: [
    'Mục tiêu 1: Khách hàng giới thiệu chúng ta đầu tiên',
    'Kết quả then chốt',
    'Tăng điểm NPS từ 31 lên 45',
    'Giảm tỷ lệ khách hàng rời bỏ từ 6% xuống 4%',
    'đã xin ý kiến ban giám đốc',
  ],
} as const;

const PLACE = 1;

function ownersOf(items: readonly ReadItem[]): string {
  return items
    .map(({ item }) => item.item.fields.find(({ name }) => name === 'owner')?.value ?? '-')
    .join(' ');
}

function labelsOf(items: readonly ReadItem[]): string {
  return items.map(({ item }) => item.item.label?.text ?? '-').join(' ');
}

function withoutFinalStop(sentence: string): string {
  return sentence.replace(/[\s.;,!]+$/u, '');
}

/** Words as they are compared: today's value in brackets is read as a field, and the full stop stays where it was. */
function compared(sentence: string): string {
  return withoutFinalStop(sentence.replace(/\((?:now|hiện tại): [^)]*\)/u, '')).replace(/\s+/gu, ' ');
}

/** What is wrong with `after`, the key results once the rewording is applied; empty where all is well. */
function faults(
  before: readonly ReadItem[],
  after: readonly ReadItem[],
  statement: string,
  id: string,
): string[] {
  const changed = after[PLACE];
  const added = id === 'split' ? after.length - before.length : 0;
  if (!changed || (id !== 'split' && after.length !== before.length)) return [`${after.length} key results`];
  const same = after.slice(0, after.length - added);
  const wrong: string[] = [];
  if (compared(changed.sentence) !== compared(statement)) wrong.push(`reads "${changed.sentence}"`);
  if (ownersOf(same) !== ownersOf(before)) wrong.push(`owners ${ownersOf(same)}`);
  if (labelsOf(same) !== labelsOf(before)) wrong.push(`labels ${labelsOf(same)}`);
  for (const item of [changed, ...after.slice(before.length)])
    for (const { ruleId, severity } of item.findings)
      if (severity === 'warning' || severity === 'error') wrong.push(`${ruleId} on "${item.sentence}"`);
  return wrong;
}

/** Whether the same suggestion, offered again for the same rule, would change the sentence again. */
function offeredAgain(after: readonly ReadItem[], rule: string, suggestion: Suggestion): boolean {
  const again = after[PLACE]?.suggestions(rule).find(({ id }) => id === suggestion.id);
  return again?.statement !== undefined && plainText(again.statement) !== after[PLACE]?.sentence;
}

/**
 * What is wrong with a rewording of the second key result. Both ways of filling it in are tried: only its author
 * knows whether the number should rise or fall, and one of them must be clean.
 */
export function closureFaults(
  text: string,
  setting: Setting,
  rule: string,
  suggestion: Suggestion,
): readonly string[] {
  const before = keyResults(text, setting);
  const asksTarget = (suggestion.statement ?? []).filter((part) => typeof part !== 'string').length > 1;
  const known = asksTarget ? undefined : before[PLACE]?.target;
  const attempts = plausibleValues(setting.language, known).map((values) => {
    const after = keyResults(applied(text, suggestion.edits, values), setting);
    const statement = filled(suggestion.statement ?? [], values)
      .replace(/\s+/gu, ' ')
      .trim();
    const wrong = faults(before, after, statement, suggestion.id);
    return offeredAgain(after, rule, suggestion) ? [...wrong, 'is offered again'] : wrong;
  });
  return attempts.some((wrong) => wrong.length === 0) ? [] : attempts.map((wrong) => wrong.join('; '));
}

/** The suggestions that reword the second key result, by the rule that they answer. */
export function rewordings(
  text: string,
  setting: Setting,
): readonly { rule: string; suggestion: Suggestion }[] {
  const item = keyResults(text, setting)[PLACE];
  return (item?.findings ?? []).flatMap(({ ruleId: rule }) =>
    (item?.suggestions(rule) ?? [])
      .filter(({ statement }) => statement !== undefined)
      .map((suggestion) => ({ rule, suggestion })),
  );
}

/** What is wrong with a suggestion that does not reword: the work moved to the initiatives, or a comment beside it. */
export function placementFaults(text: string, setting: Setting, suggestion: Suggestion): readonly string[] {
  const before = keyResults(text, setting).map(({ sentence }) => sentence);
  const after = applied(text, suggestion.edits, plausibleValues(setting.language)[0]);
  const now = keyResults(after, setting).map(({ sentence }) => sentence);
  const moves = suggestion.id === 'move-to-initiatives' || suggestion.id === 'move-means';
  const [objective] = readDocument(after, { force: true }).objectives();
  const initiatives = objective?.initiatives.length ?? 0;
  const expected = suggestion.id === 'move-to-initiatives' ? before.filter((_, n) => n !== PLACE) : before;
  return [
    ...(moves && initiatives !== 1 ? [`${initiatives} initiatives`] : []),
    ...(suggestion.id !== 'move-means' && now.join('|') !== expected.join('|') ? [now.join(' | ')] : []),
  ];
}
