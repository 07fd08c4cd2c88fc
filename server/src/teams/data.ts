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
import type { EffectKnowledge, TeamId, TeamKnowledge, TradeKnowledge } from './knowledge';
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

/** The schema holds what the compiler cannot see in JSON: ids and directions are strings to it. */
export const TEAM_KNOWLEDGE: Readonly<Record<Language, TeamTable>> = {
  en: {
    sales: enSales,
    marketing: enMarketing,
    operations: enOperations,
    hr: enHr,
    product: enProduct,
    engineering: enEngineering,
    support: enSupport,
    finance: enFinance,
  } as unknown as TeamTable,
  vi: {
    sales: viSales,
    marketing: viMarketing,
    operations: viOperations,
    hr: viHr,
    product: viProduct,
    engineering: viEngineering,
    support: viSupport,
    finance: viFinance,
  } as unknown as TeamTable,
};

export const EFFECT_KNOWLEDGE: Readonly<Record<Language, EffectKnowledge>> = {
  en: enEffects as unknown as EffectKnowledge,
  vi: viEffects as unknown as EffectKnowledge,
};

export const TRADE_KNOWLEDGE: Readonly<Record<Language, TradeKnowledge>> = {
  en: enTrades as unknown as TradeKnowledge,
  vi: viTrades as unknown as TradeKnowledge,
};
