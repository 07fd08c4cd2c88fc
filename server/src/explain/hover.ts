import type { Item } from '../document/model';
import type { Finding, RuleId } from '../rules';
import type { StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import { fill, type HoverTexts, hoverTexts, ruleTexts } from './catalogue';
import { checklist, quoted, quotedAt } from './checklist';
import { escapeMarkdown } from './markdown';
import { messageOf, titleOf, whyOf } from './message';
import { type Standing, standingLine } from './standing';

export interface HoverInput {
  readonly item: Item;
  readonly facts: StatementFacts;
  /** Findings of this item, worst first. */
  readonly findings: readonly Finding[];
  /** Facts of the objective above, where there is one. */
  readonly objective?: StatementFacts;
  /** Metrics that fit the sentence, best first; the first three are shown, escaped. */
  readonly metrics: readonly { readonly name: string; readonly unit: string }[];
  readonly example?: { readonly before: string; readonly after: string };
  /** End of the cycle, as written in the document. */
  readonly documentDue?: string;
  /** The item, its objective or the document names an owner. */
  readonly hasOwner: boolean;
  /** Of objectives: cycle, progress and how many key results can be measured. */
  readonly standing?: Standing;
  readonly language: Language;
  rulePageUrl(id: RuleId): string;
}

const MOST_METRICS = 3;
const MOST_ADVICE = 2;
/** Two spaces before a line end keep it a line end in Markdown. */
const LINE_END = '  \n';
/** Below this confidence the verdict is not stated as one. */
const SURE = 0.5;

/** The finding that decides the verdict: the worst one, unless all are mere advice on a sound result. */
function decisive({ findings, facts }: HoverInput): Finding | undefined {
  const serious = findings.find(({ severity }) => severity === 'error' || severity === 'warning');
  if (serious) return serious;
  const sound = facts.class === 'outcome' || facts.class === 'baseline';
  return sound ? undefined : findings.find(({ severity }) => severity === 'information');
}

function verdict(input: HoverInput, finding: Finding | undefined, texts: HoverTexts): string {
  if (finding) return titleOf(finding.ruleId, input.language);
  const { item, facts } = input;
  if (item.kind === 'objective') return texts.verdicts.objective;
  if (item.fields.some(({ name, value }) => name === 'target' && /\p{Nd}/u.test(value)))
    return texts.verdicts.outcome;
  return facts.confidence < SURE ? texts.verdicts.unsure : texts.verdicts[facts.class];
}

/** What makes a sound item sound, in its own words. */
function praise({ item, facts }: HoverInput, { labels }: HoverTexts): string | undefined {
  if (item.kind === 'objective')
    return facts.beneficiary && fill(labels.forWhom, { words: quotedAt(item, facts.beneficiary) });
  if (facts.class !== 'outcome') return undefined;
  const { baseline, target, change } = facts;
  if (baseline && target) {
    const span = {
      start: Math.min(baseline.span.start, target.span.start),
      end: Math.max(baseline.span.end, target.span.end),
    };
    return fill(labels.fromTo, { words: quotedAt(item, span) });
  }
  if (target) return fill(labels.target, { words: quotedAt(item, target.span) });
  return change && fill(labels.change, { words: quotedAt(item, change.span) });
}

function labelled(label: string, text: string): string {
  return `**${label}:** ${text}`;
}

/** The question that helps to see it, for findings that are a matter of judgement. */
function testOf({ ruleId }: Finding, language: Language): keyof HoverTexts['tests'] | undefined {
  return ruleTexts(ruleId, language)?.test as keyof HoverTexts['tests'] | undefined;
}

function evidence(input: HoverInput, finding: Finding | undefined, texts: HoverTexts): string[] {
  if (finding) {
    const test = testOf(finding, input.language);
    return [
      // Editors show the message itself right above: the hover says why it matters instead of saying it twice.
      whyOf(finding.ruleId, input.language, finding.variant),
      ...(test ? [labelled(texts.labels.ask, `*${texts.tests[test]}*`)] : []),
    ];
  }
  const good = praise(input, texts);
  return good ? [labelled(texts.labels.good, good)] : [];
}

/** What the remaining findings would add; on a sound key result it is what would make it stronger. */
function advice(input: HoverInput, finding: Finding | undefined, texts: HoverTexts): string[] {
  const [first, ...others] = input.findings
    .filter((other) => other !== finding)
    .slice(0, MOST_ADVICE)
    .map((other) => messageOf(other, input.language, escapeMarkdown));
  return first === undefined ? [] : [[labelled(texts.labels.stronger, first), ...others].join(LINE_END)];
}

/** The criteria in two rows, what is missing first: seven lines would push the example off the screen. */
function criteria(input: HoverInput, texts: HoverTexts): string {
  const { item, facts, hasOwner, documentDue, objective } = input;
  const checks = checklist(
    { item, facts, hasOwner, hasObjective: objective !== undefined, ...(documentDue && { documentDue }) },
    texts,
  );
  const row = (mark: string, wanted: boolean) => {
    const shown = checks.filter(({ met }) => met === wanted);
    const cells = shown.map(({ criterion, shows }) => `${mark} **${texts.criteria[criterion]}:** ${shows}`);
    return cells.length > 0 ? [cells.join(' · ')] : [];
  };
  return [...row('–', false), ...row('✓', true)].join(LINE_END);
}

function suggestions({ metrics, example }: HoverInput, { labels }: HoverTexts): string[] {
  // The example has named one of them already.
  const others = metrics.filter(({ name }) => !example?.after.includes(name));
  const names = others.slice(0, MOST_METRICS).map(({ name, unit }) => {
    const bare = unit.trim();
    // names carry words of the sentence
    return bare ? `${escapeMarkdown(name)} (${bare})` : escapeMarkdown(name);
  });
  return [
    ...(example
      ? [
          `${labelled(labels.before, escapeMarkdown(example.before))}${LINE_END}${labelled(labels.after, escapeMarkdown(example.after))}`,
        ]
      : []),
    ...(names.length > 0 ? [labelled(labels.metrics, names.join(' · '))] : []),
  ];
}

/**
 * What a manager sees over a key result or an objective, as Markdown of some 20 lines: the verdict, the words that led
 * to it, the question to ask, the seven criteria, what would be better, and where to read on. All words of the
 * document are escaped; the only link is the rule's page.
 */
export function hoverOf(input: HoverInput): string {
  const texts = hoverTexts(input.language);
  const finding = decisive(input);
  const isKeyResult = input.item.kind === 'key-result';
  const page = finding ?? input.findings[0];
  const link =
    page && `[${fill(texts.labels.more, { rule: page.ruleId })}](${input.rulePageUrl(page.ruleId)})`;
  const words = finding?.params?.words;
  // An editor's hover shows about ten lines before it scrolls: what helps most comes first.
  const parts = [
    [`**${verdict(input, finding, texts)}**`, words && quoted(words), link].filter(Boolean).join(' · '),
    ...evidence(input, finding, texts),
    // A slip of the pen needs correction, not another metric.
    ...(finding && testOf(finding, input.language) ? suggestions(input, texts) : []),
    ...(isKeyResult ? [criteria(input, texts)] : []),
    ...(input.standing ? [standingLine(input.standing, texts)].filter(Boolean) : []),
    ...advice(input, finding, texts),
  ];
  return parts.join('\n\n');
}
