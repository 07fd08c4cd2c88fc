import assert from 'node:assert/strict';
import { examplesOf } from '../../scripts/lib/team-examples';
import { EFFECT_KNOWLEDGE } from '../../server/src/teams/data';
import { knowledgeOf, TEAMS } from '../../server/src/teams/index';
import { LANGUAGES } from '../../server/src/text/language';

describe('team knowledge', () => {
  for (const team of TEAMS) {
    describe(team, () => {
      it('has the same metrics in every language, in the same order, going the same way', () => {
        const [first, ...others] = LANGUAGES.map((language) =>
          knowledgeOf(team, language).metrics.map(({ id, direction, guardrail }) => ({
            id,
            direction,
            guardrail,
          })),
        );
        for (const other of others) assert.deepEqual(other, first);
      });

      for (const language of LANGUAGES) {
        const { metrics, links, aliases, id, language: own } = knowledgeOf(team, language);
        const { good, bad } = examplesOf(team, language);
        const ids = new Set(metrics.map((metric) => metric.id));

        it(`${language}: refers to itself rightly`, () => {
          assert.equal(id, team);
          assert.equal(own, language);
          assert.equal(ids.size, metrics.length, 'a metric id occurs twice');
          for (const { id: metric, guardrail } of metrics)
            if (guardrail !== undefined) {
              assert.ok(ids.has(guardrail), `${metric}: guardrail ${guardrail} is no metric`);
              assert.notEqual(guardrail, metric, `${metric} cannot keep itself honest`);
            }
          for (const link of links)
            for (const metric of link.metrics)
              assert.ok(ids.has(metric), `link of ${link.objects[0]}: ${metric} is no metric`);
        });

        it(`${language}: is large enough`, () => {
          assert.ok(metrics.length >= 12);
          assert.ok(links.length >= 12);
          assert.ok(aliases.length >= 3);
          assert.ok(good.keyResults.length >= 2 && bad.keyResults.length >= 2);
        });

        it(`${language}: names fit after "Increase" or "Reduce"`, () => {
          for (const { name } of metrics) {
            assert.match(name, /^(?:\p{Ll}|\p{Lu}{2}|p\d|eNPS)/u, `${name}: begins with a capital`);
            assert.doesNotMatch(name, /[.:;]$/u);
          }
          assert.equal(new Set(metrics.map(({ name }) => name)).size, metrics.length);
        });
      }
    });
  }

  for (const language of LANGUAGES) {
    const { kinds, kindOfVerb, effects } = EFFECT_KNOWLEDGE[language];

    it(`${language}: effects speak of known kinds, and every kind has some`, () => {
      for (const effect of effects) for (const kind of effect.kinds) assert.ok(kind in kinds, kind);
      for (const kind of Object.keys(kindOfVerb)) assert.ok(kind in kinds, kind);
      for (const kind of Object.keys(kinds))
        assert.ok(
          effects.some(
            (effect) => effect.kinds.includes(kind) && !effect.verbs?.length && !effect.teams?.length,
          ),
          `nothing shows the effect of work on any ${kind}`,
        );
    });
  }

  it('knows the same kinds of things in every language', () => {
    const [first, ...others] = LANGUAGES.map((language) =>
      Object.keys(EFFECT_KNOWLEDGE[language].kinds).sort(),
    );
    for (const other of others) assert.deepEqual(other, first);
  });
});
