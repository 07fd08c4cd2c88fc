/**
 * Effects as lines of text: they are a quarter smaller in the bundle than as objects. A line with a slash in front
 * opens an effect with its kinds, verbs and teams; each line after it is a metric that rises (`+`) or falls (`-`).
 */
import type { Effect, EffectMetric } from './knowledge';

function packMetric({ name, unit, prefix, direction }: EffectMetric): string {
  const sign = direction === 'increase' ? '+' : '-';
  return `${sign}${[name, unit, ...(prefix === undefined ? [] : [prefix])].join('|')}`;
}

function unpackMetric(line: string): EffectMetric {
  const [name = '', unit = '', prefix] = line.slice(1).split('|');
  const direction = line.startsWith('+') ? 'increase' : 'decrease';
  return { name, unit, direction, ...(prefix !== undefined && { prefix }) };
}

/** For the build: the text that `unpackEffects` reads. */
export function packEffects(effects: readonly Effect[]): string {
  return effects
    .flatMap(({ kinds, verbs = [], teams = [], metrics }) => [
      `/${[kinds, verbs, teams].map((words) => words.join(',')).join('/')}`,
      ...metrics.map(packMetric),
    ])
    .join('\n');
}

/** The effects of a text that `packEffects` wrote. */
export function unpackEffects(packed: string): readonly Effect[] {
  return packed
    .slice(1)
    .split('\n/')
    .map((block) => {
      const [head = '', ...metrics] = block.split('\n');
      const [kinds = [], verbs = [], teams = []] = head
        .split('/')
        .map((words) => (words === '' ? [] : words.split(',')));
      return { kinds, verbs, teams: teams as Effect['teams'] & string[], metrics: metrics.map(unpackMetric) };
    });
}
