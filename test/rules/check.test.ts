import assert from 'node:assert/strict';
import type { Item } from '../../server/src/document/model';
import {
  checkStatement,
  type Finding,
  resolveSeverities,
  type StatementContext,
} from '../../server/src/rules';
import type { Quantity, StatementFacts } from '../../server/src/statement/facts';
import { analyse } from '../../server/src/statement/index';
import type { Span } from '../../server/src/text/span';
import { itemOf } from './cases';

const source = resolveSeverities('source');

function facts(over: Partial<StatementFacts>): StatementFacts {
  return {
    language: 'en',
    class: 'outcome',
    confidence: 0.9,
    evidence: [],
    form: 'imperative',
    quantities: [],
    windows: [],
    vagueWords: [],
    abstractNouns: [],
    clauses: [],
    ...over,
  };
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  assert.ok(start >= 0, `${words} is not in ${text}`);
  return { start, end: start + words.length };
}

function keyResult(
  text: string,
  over: Partial<StatementFacts>,
  fields: Item['fields'] = [],
): StatementContext {
  return { item: itemOf({ kind: 'key-result', text, fields }), facts: facts(over) };
}

function ids(findings: readonly Finding[]): string[] {
  return findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

describe('checkStatement', () => {
  const phone = 'Phone more dealers';
  const activity = {
    class: 'activity',
    head: { span: spanOf(phone, 'Phone'), lemma: 'phone', class: 'activity' },
    object: spanOf(phone, 'dealers'),
    vagueWords: [spanOf(phone, 'more')],
  } as const;

  it('gives one finding for one cause', () => {
    assert.deepEqual(ids(checkStatement(keyResult(phone, activity), source)), ['kr-activity warning']);
  });

  it('lets the next rule speak where the better one is off', () => {
    const without = (...off: string[]) =>
      resolveSeverities('source', Object.fromEntries(off.map((id) => [id, 'off'] as const)));
    const context = keyResult(phone, activity);
    assert.deepEqual(ids(checkStatement(context, without('kr-activity'))), ['kr-vague-quantity warning']);
    assert.deepEqual(ids(checkStatement(context, without('kr-activity', 'kr-vague-quantity'))), [
      'kr-no-number warning',
    ]);
  });

  it('does not warn on a guess', () => {
    assert.deepEqual(ids(checkStatement(keyResult(phone, { ...activity, confidence: 0.49 }), source)), [
      'kr-activity information',
    ]);
    assert.deepEqual(ids(checkStatement(keyResult(phone, { ...activity, confidence: 0.5 }), source)), [
      'kr-activity warning',
    ]);
  });

  it('stays with an error however unsure the class is, because arithmetic is sure', () => {
    const text = 'Increase renewals from 92 to 84';
    const number = (words: string, value: number, role: Quantity['role']): Quantity => ({
      span: spanOf(text, words),
      kind: 'number',
      role,
      value,
      comparison: '=',
    });
    const baseline = number('92', 92, 'baseline');
    const target = number('84', 84, 'target');
    const findings = checkStatement(
      keyResult(text, {
        confidence: 0.2,
        head: { span: spanOf(text, 'Increase'), lemma: 'increase', class: 'increase' },
        quantities: [baseline, target],
        baseline,
        target,
      }),
      source,
    );
    assert.deepEqual(ids(findings), ['direction-contradiction error']);
  });

  it('says nothing about struck items and initiatives', () => {
    const context = keyResult(phone, activity);
    assert.deepEqual(checkStatement({ ...context, item: { ...context.item, struck: true } }, source), []);
    const { checkIns: _, ...base } = context.item as Extract<Item, { kind: 'key-result' }>;
    assert.deepEqual(checkStatement({ ...context, item: { ...base, kind: 'initiative' } }, source), []);
  });

  it('underlines a field that stands before the sentence by a negative start', () => {
    const field = {
      name: 'owner',
      value: '???',
      valueSpan: { start: 2, end: 5 },
      span: { start: 1, end: 5 },
    } as const;
    const item: Item = {
      kind: 'key-result',
      form: 'bullet',
      span: { start: 0, end: 30 },
      statement: { span: { start: 8, end: 30 }, text: 'Renewals from 84 to 92' },
      fields: [field],
      struck: false,
      checkIns: [],
    };
    const [finding] = checkStatement({ item, facts: facts({}) }, source);
    assert.equal(finding?.ruleId, 'placeholder-left');
    assert.deepEqual(finding.span, { start: -6, end: -3 });
  });

  it('marks an empty item at its label, and only that', () => {
    const item: Item = {
      kind: 'key-result',
      form: 'bullet',
      span: { start: 0, end: 7 },
      label: { text: 'KR 2:', span: { start: 2, end: 7 } },
      statement: { span: { start: 7, end: 7 }, text: '' },
      fields: [],
      struck: false,
      checkIns: [],
    };
    const findings = checkStatement({ item, facts: facts({ class: 'vague', confidence: 0.9 }) }, source);
    assert.deepEqual(ids(findings), ['empty-item warning']);
    assert.deepEqual(findings[0]?.span, { start: -5, end: 0 });
  });

  it('asks no text of a line that stands for an objective listed elsewhere', () => {
    const item: Item = {
      kind: 'objective',
      form: 'heading',
      span: { start: 0, end: 29 },
      label: { text: 'objective 1', span: { start: 18, end: 29 } },
      statement: { span: { start: 29, end: 29 }, text: '' },
      fields: [],
      struck: false,
    };
    assert.deepEqual(ids(checkStatement({ item, facts: facts({}) }, source)), ['empty-item warning']);
    assert.deepEqual(checkStatement({ item: { ...item, announces: true }, facts: facts({}) }, source), []);
  });

  it('gives at most three findings and one piece of advice, worst first', () => {
    const all = checkStatement(
      keyResult('?? and more ?? of it', { class: 'vague', vagueWords: [{ start: 7, end: 11 }] }),
      () => 'information',
    );
    assert.equal(all.length, 1);
    const text = 'Visits 5.000 6.000 7.000 8.000';
    const quantities = ['5.000', '6.000', '7.000', '8.000'].map(
      (words): Quantity => ({
        span: spanOf(text, words),
        kind: 'number',
        role: 'scope',
        value: 5,
        comparison: '=',
      }),
    );
    assert.equal(checkStatement(keyResult(text, { quantities }), () => 'hint').length, 3);
  });
});

describe('the explanation of work', () => {
  const variantOf = (text: string): string | undefined =>
    checkStatement(
      { item: itemOf({ kind: 'key-result', text, fields: [] }), facts: analyse(text, 'vi') },
      source,
    )[0]?.variant;

  const CASES: readonly (readonly [text: string, variant: string | undefined])[] = [
    // who takes part in a fair or a talk supports nobody
    ['Tham gia 2 hội chợ thủy sản', undefined],
    ['Hỗ trợ 12 hợp tác xã', 'support'],
    // what people do is no name of a piece of work
    ['Giáo viên thao giảng chéo', undefined],
    ['Lễ tân tiễn khách ra tận cửa', undefined],
    ['Lớp học nghề mộc', 'noun'],
  ];
  for (const [text, variant] of CASES) it(text, () => assert.equal(variantOf(text), variant));
});
