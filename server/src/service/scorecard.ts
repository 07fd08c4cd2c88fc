/**
 * A document as plain JSON: its objectives and key results with their verdicts, progress and tracking. Code lenses,
 * the preview, the scorecard and the exports all show this, so that they cannot disagree.
 */
import { fieldValue } from '../document';
import type { FieldName, Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import {
  type Cycle,
  cycleOfDocument,
  type FiscalYear,
  objectiveProgress,
  type Progress,
  progressOf,
} from '../progress';
import { keyResultClass } from '../rules';
import { UNMEASURED } from '../rules/causes';
import { type RuleId, SEVERITY_RANK, type Severity } from '../rules/rule';
import type { StatementClass, StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import type { PlacedFinding } from './diagnose';
import { languageOf, placeOf, teamOf } from './document-profile';

/** What stands both on an objective and on a key result. Absent where the document does not say. */
interface ScorecardItem extends Progress {
  /** The id that the document gives (`{#o1}`), as written without `#`. */
  readonly id?: string;
  /** As written: `KR 1.2`, `Mục tiêu 1`. */
  readonly label?: string;
  /** The sentence on one line. */
  readonly text: string;
  /** Line of the document, from 0. */
  readonly line: number;
  /** As written. */
  readonly status?: string;
  /** Ids of what it supports, as written. */
  readonly alignment: readonly string[];
  /** The worst finding about it, where there is one. */
  readonly worst?: { readonly severity: Severity; readonly ruleId: RuleId };
}

export interface ScorecardKeyResult extends ScorecardItem {
  readonly class: StatementClass;
  /** It can be measured: a metric or a count with a target, and no finding that says otherwise. */
  readonly measurable: boolean;
  readonly checked?: boolean;
}

export interface ScorecardObjective extends ScorecardItem {
  readonly cycle?: Cycle;
  /** Where it has one of its own, by a field or the headings above it. */
  readonly team?: string;
  /** Key results that can be measured, of all. */
  readonly measurable: number;
  readonly total: number;
  readonly keyResults: readonly ScorecardKeyResult[];
}

export interface DocumentScorecard {
  readonly path?: string;
  /** The first heading, else the name of the file, else ''. */
  readonly title: string;
  /** As the front matter names it, else the id of the team that the path tells. */
  readonly team?: string;
  readonly cycle?: Cycle;
  readonly language: Language;
  readonly objectives: readonly ScorecardObjective[];
}

/** What the scorecard is made from. */
export interface ScorecardSource {
  readonly document: OkrDocument;
  readonly path?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly fiscalYear?: FiscalYear | undefined;
  readonly findings: readonly PlacedFinding[];
  factsOf(item: Located<Item>): StatementFacts;
}

type Findings = ReadonlyMap<Item, readonly PlacedFinding[]>;

/** Findings by the item that they are about. */
export function byItem(findings: readonly PlacedFinding[]): Findings {
  const map = new Map<Item, PlacedFinding[]>();
  for (const finding of findings) {
    if (!finding.item) continue;
    const known = map.get(finding.item.item);
    if (known) known.push(finding);
    else map.set(finding.item.item, [finding]);
  }
  return map;
}

function worstOf(findings: readonly PlacedFinding[]): Pick<ScorecardItem, 'worst'> {
  let worst: PlacedFinding | undefined;
  for (const finding of findings)
    if (!worst || SEVERITY_RANK[finding.severity] < SEVERITY_RANK[worst.severity]) worst = finding;
  return worst ? { worst: { severity: worst.severity, ruleId: worst.ruleId } } : {};
}

/** `KR 1:` as `KR 1`. */
function withoutSign(label: string): string {
  return label
    .trimEnd()
    .replace(/[:：.)]$/u, '')
    .trimEnd();
}

function itemOf(
  { document }: ScorecardSource,
  { item, offset }: Located<Item>,
  progress: Progress,
  findings: readonly PlacedFinding[],
): ScorecardItem {
  const field = (name: FieldName) => fieldValue(item, name);
  const id = field('id');
  const status = field('status');
  return {
    ...progress,
    ...(id !== undefined && { id }),
    ...(item.label && { label: withoutSign(item.label.text) }),
    text: item.statement.text.replace(/\s+/gu, ' ').trim(),
    line: document.lines.positionAt(offset + item.statement.span.start).line,
    ...(status !== undefined && { status }),
    alignment: item.fields.flatMap(({ name, value }) => (name === 'alignment' ? [value] : [])),
    ...worstOf(findings),
  };
}

/** Whether a key result can be measured, by its facts and fields and what the rules found about it. */
export function isMeasurable(
  { fields }: Item,
  facts: StatementFacts,
  findings: readonly { readonly ruleId: RuleId }[],
): boolean {
  if (findings.some(({ ruleId }) => UNMEASURED.includes(ruleId))) return false;
  if (facts.class === 'outcome' || facts.class === 'counted-activity' || facts.target !== undefined)
    return true;
  return fields.some(({ name, value }) => name === 'target' && /\p{Nd}/u.test(value));
}

function keyResultOf(
  source: ScorecardSource,
  objective: LocatedObjective | undefined,
  located: LocatedObjective['keyResults'][number],
  findings: readonly PlacedFinding[],
): ScorecardKeyResult {
  const { document, today, path, fiscalYear } = source;
  const facts = source.factsOf(located);
  const progress = progressOf({ document, item: located, facts, objective, today, path, fiscalYear });
  const { checked } = located.item;
  return {
    ...itemOf(source, located, progress, findings),
    class: keyResultClass({ item: located.item, facts }),
    measurable: isMeasurable(located.item, facts, findings),
    ...(checked !== undefined && { checked }),
  };
}

/** One objective of a document; `findings` are those of its key results and its own, at least. */
export function objectiveCard(
  source: ScorecardSource,
  objective: LocatedObjective,
  findings: Findings,
): ScorecardObjective {
  const { document, today, path, factsOf, fiscalYear } = source;
  const keyResults = objective.keyResults
    .filter(({ item }) => !item.struck)
    .map((located) => keyResultOf(source, objective, located, findings.get(located.item) ?? []));
  const progress = objectiveProgress({ document, objective, factsOf, today, path, fiscalYear });
  const cycle = cycleOfDocument(document, objective, path, fiscalYear);
  return {
    ...itemOf(source, objective, progress, findings.get(objective.item) ?? []),
    ...(cycle && { cycle }),
    measurable: keyResults.filter(({ measurable }) => measurable).length,
    total: keyResults.length,
    keyResults,
  };
}

const TOP = 2_000;

function titleOf({ document, path }: ScorecardSource): string {
  const heading = document.text
    .slice(0, TOP)
    .split(/[\n\r]/u)
    .find((line) => /^#{1,2}\s+\S/u.test(line));
  if (heading) return heading.replace(/^#+/u, '').replace(/[*_`]/gu, '').trim();
  return path?.slice(path.lastIndexOf('/') + 1) ?? '';
}

/** The scorecard of a document. Struck objectives and key results are left out. */
export function scorecardOf(source: ScorecardSource): DocumentScorecard {
  const { document, path, fiscalYear } = source;
  const language = languageOf(document);
  const named = document.frontMatter?.values.get('team')?.text.replace(/^["']|["']$/gu, '');
  const team = named || teamOf(document, path, language);
  const cycle = cycleOfDocument(document, undefined, path, fiscalYear);
  const findings = byItem(source.findings);
  return {
    ...(path !== undefined && { path }),
    title: titleOf(source),
    ...(team && { team }),
    ...(cycle && { cycle }),
    language,
    objectives: document
      .objectives()
      .filter(({ item }) => !item.struck)
      .map((objective) => {
        const own = fieldValue(objective.item, 'team') ?? placeOf(document, path, language, objective).team;
        const card = objectiveCard(source, objective, findings);
        // What the front matter says of all is said in its words.
        return own === undefined || (named && own === teamOf(document, path, language))
          ? card
          : { ...card, team: own };
      }),
  };
}
