/** What may come next in the sentence of a key result: a metric after its verb, the numbers after its metric, a unit. */

import type { Item, Located } from '../../../document/model';
import { fromToPhrase } from '../../../rewrite/metric-sentence';
import { analyse, detectLanguage } from '../../../statement';
import type { HeadClass, StatementFacts } from '../../../statement/facts';
import { knowledgeOf, rankedMetrics, TEAMS } from '../../../teams';
import type { TeamId, TeamMetric } from '../../../teams/knowledge';
import { foldText } from '../../../text/fold';
import { LANGUAGES, type Language } from '../../../text/language';
import { languageOf, placeOf } from '../../document-profile';
import { fill, textsOf } from '../texts';
import { matches } from './match';
import type { CompletionEntry, CompletionRequest } from './model';
import type { LinePlace } from './place';

const MOST = 60;
const CHANGES: ReadonlySet<HeadClass> = new Set(['increase', 'decrease', 'improve', 'reach', 'keep']);

/** Entries at the cursor within the sentence; none where no verb says that something is to change. */
export function sentenceEntries(request: CompletionRequest, { item: located }: LinePlace): CompletionEntry[] {
  const { item, offset: chunk } = located;
  const start = chunk + item.statement.span.start;
  const written = request.document.slice(start, request.offset);
  if (request.offset < start || written.trim() === '') return [];
  const facts = factsOf(written, languageOf(request.document));
  const { head } = facts;
  if (!head || !CHANGES.has(head.class) || head.span.end >= written.length) return [];
  const rest = written.slice(head.span.end);
  if (!/^\s/u.test(rest)) return [];
  const known = knownMetrics(request, located, facts.language);
  if (/\d/.test(rest)) return units(request, facts, written, known);
  return [...numbers(request, facts, written, known), ...metrics(request, facts, rest, known)].slice(0, MOST);
}

/** Half a sentence may not show its language: each is tried, the document's first. */
function factsOf(written: string, fallback: Language): StatementFacts {
  const facts = analyse(written, detectLanguage(written, fallback));
  if (facts.head && CHANGES.has(facts.head.class)) return facts;
  const others = LANGUAGES.filter((language) => language !== facts.language);
  return (
    others
      .map((language) => analyse(written, language))
      .find(({ head }) => head && CHANGES.has(head.class)) ?? facts
  );
}

interface TeamsMetric {
  readonly team: TeamId;
  readonly metric: TeamMetric;
}

/** Metrics in the order in which they are offered. */
interface KnownMetrics {
  readonly team: TeamId | undefined;
  readonly all: readonly TeamsMetric[];
}

/**
 * Metrics that the objective's words ask for, then those of the team that it stands under (front matter, headings,
 * path), then of the others; each name once.
 */
function knownMetrics(
  { document, path }: CompletionRequest,
  { item, offset }: Located<Item>,
  language: Language,
) {
  const objective = document
    .objectives()
    .find(({ keyResults }) => keyResults.some((kr) => kr.item === item && kr.offset === offset));
  const { team } = placeOf(document, path, language, objective);
  const object = objective?.item.statement.text;
  const teams = team ? [team, ...TEAMS.filter((other) => other !== team)] : TEAMS;
  const byName = new Map<string, TeamsMetric>();
  const add = (one: TeamsMetric) => void (byName.has(one.metric.name) || byName.set(one.metric.name, one));
  if (object !== undefined)
    rankedMetrics({ language, object, ...(team && { team, elsewhere: false }) }).forEach(add);
  for (const id of teams) for (const metric of knowledgeOf(id, language).metrics) add({ team: id, metric });
  return { team, all: [...byName.values()] };
}

const fits = ({ direction }: TeamMetric, head: HeadClass) =>
  (head !== 'increase' && head !== 'decrease') || direction === head;

/** Names that go on from the last words; with articles and the like before them left alone. */
function metrics(
  { offset, reader }: CompletionRequest,
  { head, language }: StatementFacts,
  rest: string,
  { team, all: known }: KnownMetrics,
): CompletionEntry[] {
  if (!head) return [];
  const all = known.filter(({ metric }) => fits(metric, head.class));
  for (const [n, typed] of endings(rest).entries()) {
    // Behind other words a name begins: "by" in "… by" is no part of "decisions backed by evidence".
    const begins = ({ metric }: TeamsMetric) => foldText(metric.name).startsWith(foldText(typed).trimStart());
    const found = all.filter((one) => (n === 0 ? matches(one.metric.name, typed) : begins(one)));
    if (found.length === 0) continue;
    // Without anything typed other teams' metrics are too many.
    const shown = typed === '' && team ? found.filter((one) => one.team === team) : found;
    return shown.slice(0, MOST).map(({ team: of, metric }) => {
      const phrase =
        head.class === 'keep' || head.class === 'reach'
          ? []
          : [' ', ...fromToPhrase(language, metric.direction, metric)];
      return {
        label: metric.name,
        kind: 'metric',
        parts: [metric.name, ...phrase],
        span: { start: offset - typed.length, end: offset },
        detail: fill(textsOf(reader).completion.metric, { team: knowledgeOf(of, reader).name }),
        metric: { team: of, id: metric.id, language },
      };
    });
  }
  return [];
}

/** What was typed of a name: all words behind the verb, or fewer of them. Nothing is an ending only of nothing. */
function endings(rest: string): string[] {
  const text = rest.trimStart();
  if (text === '') return [''];
  const starts = [0, ...Array.from(text.matchAll(/\s+/gu), ({ 0: gap, index }) => index + gap.length)];
  return starts
    .slice(0, 6)
    .map((start) => text.slice(start))
    .filter((ending) => ending !== '');
}

/** The metric that the sentence names, for its unit. */
function namedMetric(written: string, { all }: KnownMetrics): TeamMetric | undefined {
  const text = foldText(written);
  return all
    .filter(({ metric }) => text.includes(foldText(metric.name)))
    .sort((a, b) => b.metric.name.length - a.metric.name.length)[0]?.metric;
}

/** `from … to …` behind a metric. */
function numbers(
  { offset, reader }: CompletionRequest,
  facts: StatementFacts,
  written: string,
  metrics: KnownMetrics,
): CompletionEntry[] {
  const { metric, head, language } = facts;
  if (
    !metric ||
    !head ||
    (head.class !== 'increase' && head.class !== 'decrease' && head.class !== 'improve')
  )
    return [];
  const known = namedMetric(written, metrics);
  const end = known ? foldEnd(written, known.name) : metric.span.end;
  const gap = /^\s+(?<typed>\p{L}{0,4})$/u.exec(written.slice(end));
  if (!gap) return [];
  const typed = gap.groups?.typed ?? '';
  const direction = head.class === 'improve' ? (known?.direction ?? 'increase') : head.class;
  const parts = fromToPhrase(language, direction, known ?? { unit: '' });
  const label = parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
  if (!matches(label, typed)) return [];
  const span = { start: offset - typed.length, end: offset };
  return [{ label, kind: 'phrase', parts, span, detail: textsOf(reader).completion.skeleton }];
}

/** Where a name ends in a text, whatever the case and marks of either. */
function foldEnd(text: string, name: string): number {
  const at = foldText(text).lastIndexOf(foldText(name));
  // Decomposed text is longer than its folded form; the metric's own span then decides.
  return at < 0 || foldText(text).length !== text.length ? text.length : at + name.length;
}

/** The unit of the first number, or of the metric, behind another number. */
function units(
  { offset, reader }: CompletionRequest,
  facts: StatementFacts,
  written: string,
  metrics: KnownMetrics,
): CompletionEntry[] {
  const groups = /\d(?<gap>\s?)(?<typed>\p{L}{0,12})$/u.exec(written)?.groups;
  if (!groups) return [];
  const { gap = '', typed = '' } = groups;
  const known = namedMetric(written, metrics);
  const first = facts.quantities.find(({ unit }) => unit !== undefined && foldText(unit) !== foldText(typed));
  const found = [first?.unit, known?.unit].flatMap((unit) => (unit ? [unit.trim()] : []));
  const span = { start: offset - typed.length - gap.length, end: offset };
  return [...new Set(found)]
    .filter((unit) => unit !== '' && matches(unit, typed))
    .map((unit) => ({
      label: unit,
      kind: 'unit',
      parts: [/^\p{L}/u.test(unit) ? ` ${unit}` : unit],
      span,
      detail: textsOf(reader).completion.unit,
    }));
}
