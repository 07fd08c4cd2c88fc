/** The real stages put together, for tests of rewrites: text in, findings with their suggestions out, edits applied. */
import { readDocument } from '../../server/src/document/index';
import type { Item, Located, LocatedObjective, OkrDocument } from '../../server/src/document/model';
import {
  type RewriteContext,
  type SuggestedEdit,
  type Suggestion,
  suggest,
  type TemplatePart,
} from '../../server/src/rewrite/index';
import {
  checkStatement,
  type Finding,
  type ProfileId,
  resolveSeverities,
} from '../../server/src/rules/index';
import { analyse } from '../../server/src/statement/index';
import type { TeamId } from '../../server/src/teams/index';
import type { Language } from '../../server/src/text/language';

export interface Setting {
  readonly language: Language;
  readonly team?: TeamId;
  /** `source` where absent. */
  readonly profile?: ProfileId;
}

export interface ReadItem {
  readonly item: Located<Item>;
  readonly parent?: LocatedObjective;
  readonly sentence: string;
  readonly findings: readonly Finding[];
  /** The target as written. */
  readonly target?: string;
  context(finding: Finding): RewriteContext;
  /** Suggestions for the finding of that rule. */
  suggestions(rule: string): readonly Suggestion[];
}

/** Every objective and key result of a document with what the rules say of it, in order. */
export function readItems(text: string, setting: Setting): readonly ReadItem[] {
  const document = readDocument(text, { path: 'team.okr.md' });
  const items: { item: Located<Item>; parent?: LocatedObjective }[] = [
    ...document.orphans().map((item) => ({ item })),
    ...document
      .objectives()
      .flatMap((parent) => [
        { item: parent as Located<Item>, parent },
        ...parent.keyResults.map((item) => ({ item, parent })),
      ]),
  ];
  return items.map(({ item, parent }) => readItem(document, item, parent, setting));
}

function readItem(
  document: OkrDocument,
  item: Located<Item>,
  parent: LocatedObjective | undefined,
  { language, team, profile = 'source' }: Setting,
): ReadItem {
  const facts = analyse(item.item.statement.text, language);
  const findings = checkStatement({ item: item.item, facts }, resolveSeverities(profile));
  const context = (finding: Finding): RewriteContext => ({
    text: document.text,
    item,
    ...(parent && { parent }),
    facts,
    finding,
    ...(team && { team }),
    language,
  });
  return {
    item,
    ...(parent && { parent }),
    ...(facts.target && {
      target: item.item.statement.text.slice(facts.target.span.start, facts.target.span.end),
    }),
    sentence: item.item.statement.text.trim().split(/\s+/u).join(' '),
    findings,
    context,
    suggestions: (rule) => {
      const finding = findings.find(({ ruleId }) => ruleId === rule);
      return finding ? suggest(context(finding)) : [];
    },
  };
}

/** The key results of a document, in order. */
export function keyResults(text: string, setting: Setting): readonly ReadItem[] {
  return readItems(text, setting).filter(({ item }) => item.item.kind === 'key-result');
}

/** Placeholders filled in by somebody who knows the numbers. */
export type Values = Readonly<Record<string, string>>;

const COMMON: Record<Language, Values> = {
  en: {
    unit: 'days',
    'survey or report': 'the quarterly survey',
    'a month': 'a month',
    reason: 'agreed with the board',
    who: 'customers',
    'does what': 'renew on time',
    what: 'a refund',
    'what goes wrong': 'wrong deliveries',
    'can do what they could not do before': 'get an answer on the first call',
  },
  vi: {
    'đơn vị': 'ngày',
    'khảo sát hoặc báo cáo': 'khảo sát hằng quý',
    'mỗi tháng': 'mỗi tháng',
    'lý do': 'đã thống nhất với ban giám đốc',
    ai: 'khách hàng',
    'làm gì': 'gia hạn đúng hạn',
    'việc gì': 'việc đổi trả',
    'trục trặc nào': 'giao sai hàng',
    'làm được điều gì mới': 'nhận được câu trả lời ngay lần gọi đầu',
  },
};

/** The number of `target` changed by `factor`, written in the same way: `500K` is `400K`, `1,5` is `1,2`. */
function near(target: string, factor: number): string {
  const digits = /\d[\d.,]*/u.exec(target)?.[0] ?? '';
  const comma = /,\d{1,2}$/u.test(digits);
  const value = Number(comma ? digits.replace(',', '.') : digits.replace(/[,.](?=\d{3})/gu, ''));
  const written = String(Math.round(value * factor * 100) / 100);
  const magnitude = /\d([KMBk])(?![\p{L}])/u.exec(target)?.[1] ?? '';
  return (comma ? written.replace('.', ',') : written) + magnitude;
}

/** Values for a metric that rises, and for one that falls; near the target where the sentence has one already. */
export function plausibleValues(
  language: Language,
  target?: string,
): readonly [rising: Values, falling: Values] {
  const common = COMMON[language];
  const [from, to] = language === 'en' ? ['baseline', 'target'] : ['mức hiện tại', 'mức cần đạt'];
  const [low, high] = target ? [near(target, 0.8), near(target, 1.25)] : ['20', '30'];
  return [
    { ...common, [from]: low, [to]: '30' },
    { ...common, [from]: high, [to]: '20' },
  ];
}

export function filled(parts: readonly TemplatePart[], values: Values): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = values[part.placeholder];
      if (value === undefined) throw new Error(`no value for ‹${part.placeholder}›`);
      return value;
    })
    .join('');
}

/** The text with edits applied, as an editor would: they must not overlap. */
export function applied(text: string, edits: readonly SuggestedEdit[], values: Values): string {
  let result = '';
  let from = 0;
  for (const { span, parts } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < from || span.end < span.start) throw new Error('edits overlap');
    result += text.slice(from, span.start) + filled(parts, values);
    from = span.end;
  }
  return result + text.slice(from);
}
