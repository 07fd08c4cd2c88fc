import { deepStrictEqual } from 'node:assert';
import { checkStatement, RULES, resolveSeverities } from '../../server/src/rules';
import { analyse } from '../../server/src/statement';
import { itemOf } from './cases';

function idsOf(text: string, kind: 'key-result' | 'objective' = 'key-result'): readonly string[] {
  const context = { item: itemOf({ kind, text, fields: [] }), facts: analyse(text, 'en', true) };
  return checkStatement(context, resolveSeverities('strict')).map(({ ruleId }) => ruleId);
}

describe('rules on foreign statements', () => {
  it('rest on words but for those of structure and arithmetic', () =>
    deepStrictEqual(
      RULES.filter((rule) => rule.scope !== 'document' && rule.wordless).map(({ id }) => id),
      ['empty-item', 'placeholder-left', 'range-impossible', 'no-change', 'kr-no-number'],
    ));

  for (const text of [
    'Aumentar o NPS de 31 para 45',
    'Receita de R$ 1.500.000,50 por mês',
    'Organizar 4 workshops',
    '将净推荐值从 31 提升到 45',
    '客户流失率减半',
    'رفع صافي نقاط الترويج من ٣١ إلى ٤٥',
    'คะแนนความพึงพอใจ ๙๐',
  ])
    it(`say nothing about "${text}"`, () => deepStrictEqual(idsOf(text), []));

  for (const text of ['Appeler plus de clients', '多打电话', 'Mejorar la cultura'])
    it(`see no number in "${text}"`, () => deepStrictEqual(idsOf(text), ['kr-no-number']));

  it('find what is wrong without words', () => {
    deepStrictEqual(idsOf('Le churn : 8% → 8%'), ['no-change']);
    deepStrictEqual(idsOf('Réduire le churn à TBD'), ['placeholder-left']);
  });

  it('leave objectives alone', () => {
    deepStrictEqual(idsOf('Lancer le nouveau portail', 'objective'), []);
    deepStrictEqual(idsOf('Melhorar a cultura', 'objective'), []);
  });
});
