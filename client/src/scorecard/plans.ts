/** The server's scorecards in the shape that the view draws. Pure. */
import type {
  DocumentScorecard,
  ScorecardKeyResult,
  ScorecardObjective,
  WorkspaceScorecard,
} from '../../../server/src/lsp/protocol';
import type { Language } from '../../../server/src/text/language';
import type { Goal, Plan, Result } from './model';

/** Documents by name, so that the order does not depend on when they were read. */
export function plansOf(
  answer: WorkspaceScorecard,
  language: Language,
  nameOf: (uri: string) => string,
): Plan[] {
  return answer.documents
    .flatMap(({ uri, card }) => partsOf(uri, nameOf(uri), card, answer, language))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

/** The language that most documents are written in. */
export function languageOf({ documents }: WorkspaceScorecard): Language {
  const vietnamese = documents.filter(({ card }) => card.language === 'vi').length;
  return vietnamese > documents.length - vietnamese ? 'vi' : 'en';
}

/** A document as one plan for each team and cycle in it: a company keeps several teams and quarters in one file. */
function partsOf(
  uri: string,
  name: string,
  card: DocumentScorecard,
  answer: WorkspaceScorecard,
  language: Language,
): Plan[] {
  const parts = new Map<string, Plan & { objectives: Goal[] }>();
  const first = card.objectives.find(({ cycle }) => cycle)?.cycle?.text;
  for (const objective of card.objectives) {
    const team = objective.team ?? card.team;
    const cycle = objective.cycle?.text ?? card.cycle?.text ?? first;
    const key = JSON.stringify([team, cycle]);
    const part = parts.get(key) ?? {
      uri,
      name,
      ...given('team', team),
      ...given('cycle', cycle),
      objectives: [],
    };
    part.objectives.push(goalOf(uri, objective, answer, language));
    parts.set(key, part);
  }
  return [...parts.values()];
}

function goalOf(
  uri: string,
  objective: ScorecardObjective,
  { links, rules }: WorkspaceScorecard,
  language: Language,
): Goal {
  const supports = links
    .filter(({ from }) => from.uri === uri && from.line === objective.line)
    .map(({ to }) => keyOf(to.uri, to.line));
  return {
    key: keyOf(uri, objective.line),
    line: objective.line,
    text: objective.text,
    owners: objective.owners,
    ...given('progress', objective.progress ?? objective.stated),
    ...given('pace', objective.pace),
    supports: [...new Set(supports)],
    results: objective.keyResults.map((result) => resultOf(result, rules[language])),
  };
}

function resultOf(result: ScorecardKeyResult, rules: Readonly<Record<string, string>>): Result {
  const { worst } = result;
  const serious = worst && (worst.severity === 'error' || worst.severity === 'warning');
  return {
    line: result.line,
    label: result.label ?? '',
    text: result.text,
    owners: result.owners,
    verdict: result.class,
    measurable: result.measurable,
    ...given('problem', serious ? (rules[worst.ruleId] ?? worst.ruleId) : undefined),
    ...given('baseline', result.baseline),
    ...given('target', result.target),
    ...given('current', result.current),
    ...given('unit', result.unit),
    ...given('progress', result.progress ?? result.stated),
    ...given('elapsed', result.elapsed),
    ...given('pace', result.pace),
    ...given('due', result.due),
  };
}

function keyOf(uri: string, line: number): string {
  return `${uri}#${line}`;
}

/** The property where there is a value, nothing where there is none. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
