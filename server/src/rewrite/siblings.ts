/** What the other key results of an objective measure, so that each is offered something of its own. */
import type { StatementFacts } from '../statement/facts';
import { analyse } from '../statement/index';
import { wordsOf } from '../teams/words';
import type { Language } from '../text/language';
import type { RewriteContext } from './context';
import type { SentenceMetric } from './metric-sentence';
import { marked } from './typed';
import { wordingOf } from './wording';

export interface Taken {
  /** Those that no other key result measures: some are `fresh`, some are what one above is `offered` first. */
  free(metrics: readonly SentenceMetric[]): { fresh: SentenceMetric[]; offered: SentenceMetric[] };
}

/** Key results above and below that are looked at: more than that under one objective is no longer read. */
const NEAR = 20;
/** Those above that are asked what they are offered. */
const MOST = 10;

const WORK: readonly string[] = ['activity', 'counted-activity'];

/** The words of a metric that tell it from others. */
function tellingWords(text: string, language: Language): readonly string[] {
  const { small } = wordingOf(language).words;
  return wordsOf(text, language)
    .line.trim()
    .split(' ')
    .map((word) => word.replace(/(?<=...)ing$/u, ''))
    .filter((word) => word !== '' && !small.includes(word));
}

/** "Waiting time" is measured by "the time patients wait to be seen", and the other way round. */
function isMeasured(name: string, measured: readonly (readonly string[])[], language: Language): boolean {
  const words = tellingWords(name, language);
  const isPart = (part: readonly string[], whole: readonly string[]) =>
    part.every((word) => whole.includes(word));
  return words.length > 0 && measured.some((each) => isPart(each, words) || isPart(words, each));
}

/** What a key result measures: all from its metric up to its first number. */
function measureIn(
  text: string,
  { metric, quantities, language, class: kind }: StatementFacts,
): readonly string[] {
  if (!metric || WORK.includes(kind)) return [];
  const ends = quantities.flatMap(({ span }) => (span.start >= metric.span.end ? [span.start] : []));
  return tellingWords(text.slice(metric.span.start, Math.min(...ends, text.length)), language);
}

function takenAs(
  measured: readonly (readonly string[])[],
  first: ReadonlySet<string>,
  language: Language,
): Taken {
  return {
    free: (metrics) => {
      const free = metrics.filter(({ name }) => !isMeasured(name, measured, language));
      return {
        fresh: free.filter(({ name }) => !first.has(name)),
        offered: free.filter(({ name }) => first.has(name)),
      };
    },
  };
}

const FREE: Taken = { free: (metrics) => ({ fresh: [...metrics], offered: [] }) };

/**
 * What is taken for the context's key result. `offered` tells what one of those above is offered, best first, after
 * what is taken for it.
 */
export function takenBy(
  context: RewriteContext,
  offered: (other: { context: RewriteContext; taken: Taken }) => readonly SentenceMetric[],
): Taken {
  const { parent, item } = context;
  const { language } = context.facts;
  if (!parent || parent.keyResults.length < 2) return FREE;
  const place = parent.keyResults.findIndex((each) => each.item === item.item);
  const factsIn = (from: number, to: number) =>
    parent.keyResults
      .slice(Math.max(0, from), Math.max(0, to))
      .filter((other) => !other.item.struck)
      .map((of) => ({ of, facts: analyse(of.item.statement.text, language) }));
  const above = factsIn(place - NEAR, place);
  const measured = [...above, ...factsIn(place + 1, place + 1 + NEAR)]
    .map(({ of, facts }) => measureIn(of.item.statement.text, facts))
    .filter((words) => words.length > 0);
  const first = new Set<string>();
  const before = above.filter(({ facts }) => WORK.includes(facts.class));
  for (const { of, facts } of before.slice(-MOST)) {
    const [name] = offered({
      context: marked({ ...context, item: of, facts }),
      taken: takenAs(measured, first, language),
    });
    if (name) first.add(name.name);
  }
  return takenAs(measured, first, language);
}
