import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  canonicalFields,
  type FieldName,
  type FieldValue,
  formatFields,
  formatItemFields,
  type KeyResultItem,
  type Located,
  readDocument,
} from '../../server/src/document/index';

const NAMES: readonly FieldName[] = [
  'owner',
  'baseline',
  'target',
  'current',
  'unit',
  'due',
  'score',
  'confidence',
  'weight',
  'status',
  'progress',
  'priority',
  'type',
  'updated',
  'id',
  'alignment',
  'cycle',
  'team',
  'start',
  'labels',
  'visibility',
];

const OPTIONS = { path: 'team.okr.md' };

function keyResult(line: string): Located<KeyResultItem> {
  const [kr] = readDocument(`## O1: Grow\n\n- KR1: ${line}\n`, OPTIONS).objectives()[0]?.keyResults ?? [];
  assert.ok(kr, line);
  return kr;
}

const valuesOf = (fields: readonly FieldValue[]) => fields.map(({ name, value }) => ({ name, value }));

const words = fc.constantFrom(
  '@linh',
  'Hà Nguyễn',
  '58',
  '14%',
  '2026-09-30',
  '30/9',
  '0,7',
  '#5',
  '^company/o2',
);
const noise = fc.string({
  unit: fc.constantFrom(...'ab c1%/.,:;=@#~^$€[]{}()*_`<>&|"\'\\\n\tđộ–🟢'),
  maxLength: 12,
});
const fields = fc.array(fc.record({ name: fc.constantFrom(...NAMES), value: fc.oneof(words, noise) }), {
  maxLength: 8,
});

describe('formatFields', () => {
  it('writes one block, in one order', () => {
    assert.equal(
      formatFields([
        { name: 'score', value: '0,3' },
        { name: 'owner', value: '@linh' },
        { name: 'status', value: 'on track' },
        { name: 'id', value: 'o1' },
        { name: 'alignment', value: 'company/o2' },
        { name: 'current', value: '58' },
      ]),
      '{#o1 ^company/o2 owner=@linh now=58 score=0.3 status="on track"}',
    );
    assert.equal(formatFields([]), '');
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fields, (given) => {
        const block = formatFields(given);
        const { item } = keyResult(`Cut the cycle from 62 to 45 days ${block}`);
        assert.equal(item.statement.text.trim(), 'Cut the cycle from 62 to 45 days');
        assert.deepEqual(valuesOf(canonicalFields(item.fields)), canonicalFields(given));
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
  });

  it('keeps no alignment of signs alone', () => {
    assert.deepEqual(canonicalFields([{ name: 'alignment', value: '^]^' }]), []);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fields, (given) => {
        const once = canonicalFields(given);
        assert.deepEqual(canonicalFields(once), once);
      }),
    );
  });
});

const NOTATIONS = [
  '@linh',
  '(now: 58)',
  '(hiện tại: 58)',
  '#due(2026-09-30)',
  '[0.3]',
  '~6/10',
  '%40',
  'updated:2026-08-14',
  '#committed',
  '(owner: Hà, due: 30/9)',
  '{w=0.6 status="at risk"}',
  '=> 58',
  '— Owner: Petra',
  '📅 2026-09-15',
  '🟢',
];

describe('formatItemFields', () => {
  const format = (line: string) => {
    const text = `## O1: Grow\n\n- KR1: ${line}\n`;
    const kr = keyResult(line);
    const edit = formatItemFields(kr.item, text.slice(kr.offset));
    if (!edit) return undefined;
    const start = kr.offset + edit.span.start;
    const whole = text.slice(0, start) + edit.newText + text.slice(kr.offset + edit.span.end);
    return whole.slice(text.indexOf('- KR1:')).trim();
  };

  it('gathers what stands around the sentence', () => {
    assert.equal(
      format('[P0] Cut the cycle from 62 to 45 days (now: 58) @linh #due(2026-09-30) [0.3] ~6/10'),
      '- KR1: Cut the cycle from 62 to 45 days {priority=P0 owner=@linh due=2026-09-30 now=58 score=0.3 conf=6/10}',
    );
    assert.equal(format('Giữ chân 90% khách, phụ trách: Lan'), '- KR1: Giữ chân 90% khách {owner=Lan}');
  });

  it('leaves alone what is in that form, and what has no fields', () => {
    assert.equal(format('Cut the cycle from 62 to 45 days {owner=@linh now=58}'), undefined);
    assert.equal(format('Cut the cycle from 62 to 45 days'), undefined);
  });

  it('keeps the sentence and the fields', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NOTATIONS), { minLength: 1, maxLength: 5 }), (notations) => {
        const line = `Cut the cycle from 62 to 45 days ${notations.join(' ')}`;
        const before = keyResult(line).item;
        const formatted = format(line);
        if (formatted === undefined) return;
        const after = keyResult(formatted.replace('- KR1: ', '')).item;
        assert.equal(after.statement.text.trim(), before.statement.text.replace(/\s+/g, ' ').trim());
        assert.deepEqual(canonicalFields(after.fields), canonicalFields(before.fields));
      }),
    );
  });
});
