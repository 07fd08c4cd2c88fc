/** Trades beyond the office (hospital, school, shop …): whom they work for, and what shows that it goes well. */
import type { Language } from '../text/language';
import { TRADE_KNOWLEDGE } from './data';
import type { TeamId, Trade, TradeMetric } from './knowledge';
import { longestMatch, type Words, wordsOf } from './words';

/** The trade that the words name, most telling text first; the longest of its words decides. */
export function tradeOf(texts: readonly string[], language: Language): Trade | undefined {
  for (const text of texts) {
    const words = wordsOf(text, language);
    let best: { trade: Trade; length: number } | undefined;
    for (const trade of TRADE_KNOWLEDGE[language].trades) {
      const length = longestMatch(words, trade.words, language)?.length ?? 0;
      if (length > (best?.length ?? 0)) best = { trade, length };
    }
    if (best) return best.trade;
  }
  return undefined;
}

/** Whom work of that trade or team is for, as a plural; anybody's customers where neither is known. */
export function peopleServed(trade: Trade | undefined, team: TeamId | undefined, language: Language): string {
  const { people, peopleOfTeam } = TRADE_KNOWLEDGE[language];
  return trade?.people ?? (team && peopleOfTeam[team]) ?? people;
}

/** Who does the work, as a plural. */
export function peopleWorking(language: Language): string {
  return TRADE_KNOWLEDGE[language].staff;
}

function topicLength({ topics }: TradeMetric, words: Words, language: Language): number {
  return longestMatch(words, topics, language)?.length ?? 0;
}

/** The trade's metrics that share a topic with `text`, the one with the longest topic first. */
export function tradeMetrics(trade: Trade, text: string, language: Language): readonly TradeMetric[] {
  const words = wordsOf(text, language);
  return trade.metrics
    .map((metric) => ({ metric, length: topicLength(metric, words, language) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ metric }) => metric);
}
