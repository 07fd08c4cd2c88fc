/**
 * Runs rules and keeps what is worth saying: one finding per cause, little advice, nothing that warns on an unsure
 * judgement. The order of the registry decides among equals.
 */
import { saysTheSame } from '../document';
import type { Item } from '../document/model';
import type { StatementFacts } from '../statement/facts';
import { Notes } from '../text/notes';
import { GroupChecks, type GroupFindings, NO_GROUPS } from './group-checks';
import { DOCUMENT_RULES, STATEMENT_RULES } from './registry';
import {
  type DocumentContext,
  type Finding,
  type Hit,
  type RuleId,
  SEVERITY_RANK,
  type Severity,
  type SeverityOf,
  type StatementContext,
  type StatementRule,
} from './rule';
import { switchedOn } from './rules-on';
import { softened } from './severity';

/** More than three squiggles in a sentence are noise. Domain note §4.4. */
const MOST_PER_STATEMENT = 3;
/** Advice comes one piece at a time: who has followed the first sees the next. */
const MOST_ADVICE = 1;
/** Below this confidence a class is a guess. */
const SURE = 0.5;

const NOTHING: readonly Finding[] = [];

/** What an unsure judgement may still say. */
function soften(severity: Severity, rule: StatementRule, confidence: number): Severity {
  const warns = severity === 'error' || severity === 'warning';
  return rule.judgement && warns && confidence < SURE ? 'information' : severity;
}

/** Where one of the rules that name the cause better has fired too, a rule is silent. */
function dropYielding(findings: readonly Finding[], fired: readonly StatementRule[]): readonly Finding[] {
  if (fired.length === 1) return findings;
  const hasFired = (id: RuleId) => fired.some((rule) => rule.id === id);
  const silent = fired.filter(({ yieldsTo }) => yieldsTo?.some(hasFired));
  return findings.filter(({ ruleId }) => !silent.some(({ id }) => id === ruleId));
}

/** Worst first, in the order of the registry among equals; one piece of advice; three in all. */
function worthSaying(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 1) return findings;
  let advice = 0;
  return [...findings]
    .sort((a, b) => SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity])
    .filter(({ severity }) => severity !== 'information' || ++advice <= MOST_ADVICE)
    .slice(0, MOST_PER_STATEMENT);
}

const switchedOnFor = {
  'key-result': switchedOn(STATEMENT_RULES['key-result']),
  objective: switchedOn(STATEMENT_RULES.objective),
};

function runRules(
  context: StatementContext,
  kind: 'key-result' | 'objective',
  severityOf: SeverityOf,
): readonly Finding[] {
  const { confidence, foreign } = context.facts;
  let fired: StatementRule[] | undefined;
  const findings: Finding[] = [];
  for (const { rule, setting } of switchedOnFor[kind](severityOf)) {
    if (foreign && !rule.wordless) continue;
    const hits = rule.check(context);
    if (!hits || (!('span' in hits) && hits.length === 0)) continue;
    const severity = soften(setting, rule, confidence);
    const add = (hit: Hit) =>
      findings.push({ ...hit, ruleId: rule.id, severity: softened(severity, hit.mild) });
    if ('span' in hits) add(hits);
    else for (const hit of hits) add(hit);
    fired ??= [];
    fired.push(rule);
  }
  return fired ? worthSaying(dropYielding(findings, fired)) : NOTHING;
}

/** What was found about a sentence, and what that depends on beside its facts. */
interface Checked {
  readonly item: Item;
  readonly severityOf: SeverityOf;
  readonly findings: readonly Finding[];
}

/** By facts, which sentences share that say the same: an edit makes new items of all that stand around it. */
const checked = new Notes<StatementFacts, Checked>();

/** Where there is no word to mark, it is the label or the marker that a rule marks. */
const hasWords = ({ statement: { text } }: Item) => /\S/.test(text);

/**
 * Findings of one key result or objective, worst first. Struck items and initiatives have none. Spans count from the
 * statement's start.
 */
export function checkStatement(context: StatementContext, severityOf: SeverityOf): readonly Finding[] {
  const { item, facts } = context;
  if (item.struck || item.kind === 'initiative') return NOTHING;
  const known = checked.get(facts);
  if (known && known.severityOf === severityOf && saysTheSame(known.item, item) && hasWords(item))
    return known.findings;
  const findings = runRules(context, item.kind, severityOf);
  checked.set(facts, { item, severityOf, findings });
  return findings;
}

/** Findings that no single statement has. */
export interface WholeFindings {
  /** About objectives with their key results. */
  readonly groups: GroupFindings;
  /** About the document as a whole, in document order. Spans count from the document's start. */
  readonly others: readonly Finding[];
}

/**
 * Findings about the document as a whole and about its objectives with their key results.
 * @param groups keeps what is found about an objective from one reading to the next
 */
export function checkWhole(
  context: DocumentContext,
  severityOf: SeverityOf,
  groups = new GroupChecks(),
): WholeFindings {
  if (!context.document.recognition.isOkr) return { groups: NO_GROUPS, others: [] };
  const { findings, traits } = groups.check(context, severityOf);
  const others: Finding[] = [];
  for (const rule of DOCUMENT_RULES) {
    const severity = severityOf(rule.id);
    if (severity === 'off') continue;
    for (const hit of rule.check(context, traits))
      others.push({ ...hit, ruleId: rule.id, severity: softened(severity, hit.mild) });
  }
  return { groups: findings, others: others.sort((a, b) => a.span.start - b.span.start) };
}
