import assert from 'node:assert/strict';
import {
  detectTeam,
  effectsFor,
  kindOf,
  knowledgeOf,
  type MetricQuery,
  rankedMetrics,
  type TeamId,
} from '../../server/src/teams/index';
import type { Language } from '../../server/src/text/language';

describe('detectTeam', () => {
  const cases: readonly [string, Language, TeamId | undefined][] = [
    ['Sales', 'en', 'sales'],
    ['Bán hàng', 'en', 'sales'],
    ['ban-hang', 'vi', 'sales'],
    ['okrs/2026/people-ops.okr.md', 'en', 'hr'],
    ['OKR phòng kinh doanh miền Nam', 'vi', 'sales'],
    ['OKR phong nhan su quy 3', 'vi', 'hr'],
    ['Customer support engineering', 'en', 'support'],
    ['Phòng tài chính kế toán', 'vi', 'finance'],
    ['Notes from Hanoi', 'en', undefined],
    ['Wholesale department', 'en', undefined],
    ['OKRs of the regional clinic and its partners', 'en', undefined],
    ['IT OKRs 2026', 'en', 'engineering'],
    ['', 'vi', undefined],
  ];
  for (const [words, language, team] of cases)
    it(`${words || 'nothing'} is ${team ?? 'no team'}`, () =>
      assert.equal(detectTeam(words, language), team));

  it('accepts decomposed Vietnamese', () =>
    assert.equal(detectTeam('Phòng Nhân sự'.normalize('NFD'), 'vi'), 'hr'));
});

describe('rankedMetrics', () => {
  const ids = (query: MetricQuery): string[] => rankedMetrics(query).map(({ metric }) => metric.id);

  it('takes the link of verb and object first', () => {
    assert.deepEqual(
      ids({ team: 'sales', language: 'en', verb: 'call', object: 'more customers' }).slice(0, 2),
      ['meetings-booked', 'call-conversion'],
    );
  });

  it('folds plurals', () => {
    assert.equal(
      ids({ team: 'operations', language: 'en', verb: 'buy', object: 'machines' })[0],
      'output-per-shift',
    );
    assert.equal(ids({ team: 'hr', language: 'en', verb: 'write', object: 'policies' })[0], 'role-clarity');
  });

  it('reads Vietnamese with, without and with decomposed diacritics alike', () => {
    const query = { team: 'hr', language: 'vi', verb: 'tổ chức', object: 'sự kiện gắn kết' } as const;
    const expected = ids(query).slice(0, 3);
    assert.equal(expected[0], 'enps');
    assert.deepEqual(ids({ ...query, verb: 'to chuc', object: 'su kien gan ket' }).slice(0, 3), expected);
    assert.deepEqual(
      ids({ ...query, verb: query.verb.normalize('NFD'), object: query.object.normalize('NFD') }).slice(0, 3),
      expected,
    );
  });

  it('does not take a word for a part of another', () => {
    const [first] = rankedMetrics({ team: 'finance', language: 'en', verb: 'write', object: 'poem' });
    assert.equal(first?.because, 'default');
  });

  it('asks other teams before it falls back on defaults', () => {
    const ranked = rankedMetrics({
      team: 'finance',
      language: 'en',
      verb: 'deliver',
      object: 'onboarding wizard',
    });
    assert.equal(ranked[0]?.because, 'other-link');
    assert.equal(ranked.at(-1)?.because, 'default');
  });

  it('ends with all of the team, so that there is always something to offer', () => {
    const all = ids({ team: 'support', language: 'vi', object: '' });
    assert.deepEqual(
      all,
      knowledgeOf('support', 'vi').metrics.map(({ id }) => id),
    );
  });

  it('knows no default without a team', () => {
    assert.deepEqual(rankedMetrics({ language: 'en', object: 'zebra' }), []);
  });
});

describe('kindOf and effectsFor', () => {
  it('looks at the head noun: last in English, first in Vietnamese', () => {
    assert.equal(kindOf('customer portal', undefined, 'en'), 'feature');
    assert.equal(kindOf('portal customers', undefined, 'en'), 'customer');
    assert.equal(kindOf('cổng thông tin khách hàng', undefined, 'vi'), 'feature');
    assert.equal(kindOf('khách hàng dùng cổng thông tin', undefined, 'vi'), 'customer');
  });

  it('falls back on what the verb mostly acts on', () => {
    assert.equal(kindOf('Orion', 'ship', 'en'), 'feature');
    assert.equal(kindOf('Orion', 'buy', 'en'), 'equipment');
    assert.equal(kindOf('Orion', 'sing', 'en'), undefined);
  });

  it('puts effects of the verb first, and keeps those of other teams out', () => {
    const [first] = effectsFor({ language: 'en', kind: 'staff', verb: 'hire' });
    assert.equal(first?.name, 'the share of new {nouns} still with us after 90 days');
    const atHr = effectsFor({ language: 'en', kind: 'event', verb: 'hold', team: 'hr' });
    assert.ok(atHr.every(({ name }) => !name.includes('leads')));
  });
});
