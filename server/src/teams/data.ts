/** The generated knowledge files, typed. A further language is a further folder and a further entry here. */
import type { Language } from '../text/language';
import enEffects from './en/effects.generated.json';
import enEngineering from './en/engineering.generated.json';
import enFinance from './en/finance.generated.json';
import enHr from './en/hr.generated.json';
import enMarketing from './en/marketing.generated.json';
import enOperations from './en/operations.generated.json';
import enProduct from './en/product.generated.json';
import enSales from './en/sales.generated.json';
import enSupport from './en/support.generated.json';
import enTrades from './en/trades.generated.json';
import type {
  ActivityLink,
  EffectKnowledge,
  TeamId,
  TeamKnowledge,
  TeamMetric,
  TradeKnowledge,
} from './knowledge';
import { unpackEffects } from './packed-effects';
import { placeOfCell, TEAM_ROWS, TRADE_ROWS, unpackRows } from './packed-rows';
import viEffects from './vi/effects.generated.json';
import viEngineering from './vi/engineering.generated.json';
import viFinance from './vi/finance.generated.json';
import viHr from './vi/hr.generated.json';
import viMarketing from './vi/marketing.generated.json';
import viOperations from './vi/operations.generated.json';
import viProduct from './vi/product.generated.json';
import viSales from './vi/sales.generated.json';
import viSupport from './vi/support.generated.json';
import viTrades from './vi/trades.generated.json';

type TeamTable = Readonly<Record<TeamId, TeamKnowledge>>;

/** Reads a list when somebody first asks for it: who only lints has no need of it. */
function once<T>(read: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

/** The schema holds what the compiler cannot see in JSON: ids and directions are strings to it. */
function unpackedTeam(knowledge: { readonly metrics: string; readonly links: string }): TeamKnowledge {
  const metrics = once(() => {
    const rows = unpackRows(knowledge.metrics, TEAM_ROWS.metrics) as unknown as readonly TeamMetric[];
    return rows.map((row) => ({ ...row, guardrail: row.guardrail && rows[placeOfCell(row.guardrail)]?.id }));
  });
  const links = once(() => {
    const rows = unpackRows(knowledge.links, TEAM_ROWS.links) as unknown as readonly ActivityLink[];
    return rows.map((row) => ({
      ...row,
      metrics: row.metrics.map((cell) => metrics()[placeOfCell(cell)]?.id),
    }));
  });
  return {
    ...knowledge,
    get metrics() {
      return metrics();
    },
    get links() {
      return links();
    },
  } as unknown as TeamKnowledge;
}

export const TEAM_KNOWLEDGE: Readonly<Record<Language, TeamTable>> = {
  en: {
    sales: unpackedTeam(enSales),
    marketing: unpackedTeam(enMarketing),
    operations: unpackedTeam(enOperations),
    hr: unpackedTeam(enHr),
    product: unpackedTeam(enProduct),
    engineering: unpackedTeam(enEngineering),
    support: unpackedTeam(enSupport),
    finance: unpackedTeam(enFinance),
  },
  vi: {
    sales: unpackedTeam(viSales),
    marketing: unpackedTeam(viMarketing),
    operations: unpackedTeam(viOperations),
    hr: unpackedTeam(viHr),
    product: unpackedTeam(viProduct),
    engineering: unpackedTeam(viEngineering),
    support: unpackedTeam(viSupport),
    finance: unpackedTeam(viFinance),
  },
};

function unpackedEffects(knowledge: { readonly effects: string }): EffectKnowledge {
  const effects = once(() => unpackEffects(knowledge.effects));
  return {
    ...knowledge,
    get effects() {
      return effects();
    },
  } as EffectKnowledge;
}

export const EFFECT_KNOWLEDGE: Readonly<Record<Language, EffectKnowledge>> = {
  en: unpackedEffects(enEffects),
  vi: unpackedEffects(viEffects),
};

function unpackedTrades(knowledge: {
  readonly trades: readonly { readonly metrics: string }[];
}): TradeKnowledge {
  const trades = once(() =>
    knowledge.trades.map((trade) => ({ ...trade, metrics: unpackRows(trade.metrics, TRADE_ROWS) })),
  );
  return {
    ...knowledge,
    get trades() {
      return trades();
    },
  } as unknown as TradeKnowledge;
}

export const TRADE_KNOWLEDGE: Readonly<Record<Language, TradeKnowledge>> = {
  en: unpackedTrades(enTrades),
  vi: unpackedTrades(viTrades),
};
