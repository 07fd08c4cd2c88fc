/**
 * Runs rules and keeps what is worth saying: one finding per cause, little advice, nothing that warns on an unsure
 * judgement. The order of the registry decides among equals.
 */
import { GroupChecks, type GroupFindings, NO_GROUPS } from './group-checks';
import { DOCUMENT_RULES, STATEMENT_RULES } from './registry';
import {
  type DocumentContext,
  type Finding,
  type Hit,
  type Rule,
  type RuleId,
  SEVERITY_RANK,
  type Severity,
  type SeveritySetting,
  type StatementContext,
  type StatementRule,
} from './rule';
import { softened } from './severity';

/** More than three squiggles in a sentence are noise. Domain note §4.4. */
const MOST_PER_STATEMENT = 3;
/** Advice comes one piece at a time: who has followed the first sees the next. */
const MOST_ADVICE = 1;
/** Below this confidence a class is a guess. */
const SURE = 0.5;

function asList(hits: Hit | readonly Hit[] | undefined): readonly Hit[] {
  if (!hits) return [];
  return 'span' in hits ? [hits] : hits;
}

/** What an unsure judgement may still say. */
function soften(severity: Severity, rule: StatementRule, confidence: number): Severity {
  const warns = severity === 'error' || severity === 'warning';
  return rule.judgement && warns && confidence < SURE ? 'information' : severity;
}

function dropYielding(found: ReadonlyMap<Rule, readonly Finding[]>): Finding[] {
  const fired = new Set<RuleId>();
  for (const rule of found.keys()) fired.add(rule.id);
  const kept: Finding[] = [];
  for (const [rule, findings] of found)
    if (!rule.yieldsTo?.some((id) => fired.has(id))) kept.push(...findings);
  return kept;
}

/** Worst first, in the order of the registry among equals; one piece of advice; three in all. */
function worthSaying(findings: Finding[]): Finding[] {
  findings.sort((a, b) => SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity]);
  let advice = 0;
  return findings
    .filter(({ severity }) => severity !== 'information' || ++advice <= MOST_ADVICE)
    .slice(0, MOST_PER_STATEMENT);
}

/**
 * Findings of one key result or objective, worst first. Struck items and initiatives have none. Spans count from the
 * statement's start.
 */
export function checkStatement(
  context: StatementContext,
  severityOf: (id: RuleId) => SeveritySetting,
): Finding[] {
  const { item, facts } = context;
  if (item.struck || item.kind === 'initiative') return [];
  let found: Map<Rule, readonly Finding[]> | undefined;
  for (const rule of STATEMENT_RULES[item.kind]) {
    const setting = severityOf(rule.id);
    if (setting === 'off' || (facts.foreign && !rule.wordless)) continue;
    const hits = asList(rule.check(context));
    if (hits.length === 0) continue;
    const severity = soften(setting, rule, facts.confidence);
    found ??= new Map();
    found.set(
      rule,
      hits.map((hit) => ({ ...hit, ruleId: rule.id, severity: softened(severity, hit.mild) })),
    );
  }
  return found ? worthSaying(dropYielding(found)) : [];
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
  severityOf: (id: RuleId) => SeveritySetting,
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
