import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  PROFILES,
  RULES,
  type RuleId,
  resolveSeverities,
  ruleOf,
  WEIGHED_RULES,
} from '../../server/src/rules';

const rulesFolder = fileURLToPath(new URL('../../server/src/rules/', import.meta.url));

describe('rule registry', () => {
  it('names every rule once, in kebab-case, after its file', () => {
    const ids = RULES.map(({ id }) => id);
    const files = new Set(
      readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' }).map((file) => basename(file)),
    );
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) {
      assert.match(id, /^[a-z]+(-[a-z0-9]+)*$/);
      assert.ok(files.has(`${id}.ts`), `${id} has no file of its own`);
    }
  });

  it('weighs every rule in every profile, and no other', () => {
    assert.deepEqual([...WEIGHED_RULES].sort(), RULES.map(({ id }) => id).sort());
  });

  it('yields only to rules that exist, and never in a circle', () => {
    const visit = (id: RuleId, path: readonly RuleId[]): void => {
      assert.ok(!path.includes(id), `circle: ${[...path, id].join(' → ')}`);
      const rule = ruleOf(id);
      assert.ok(rule, `${path.at(-1)} yields to ${id}, which does not exist`);
      for (const next of rule.yieldsTo ?? []) visit(next, [...path, id]);
    };
    for (const { id } of RULES) visit(id, []);
  });
});

describe('resolveSeverities', () => {
  it('takes the profile, lets an override win, and knows no other rule', () => {
    const severityOf = resolveSeverities('source', { 'kr-activity': 'hint', 'my-own': 'error' });
    assert.equal(severityOf('kr-activity'), 'hint');
    assert.equal(severityOf('kr-no-number'), 'warning');
    assert.equal(severityOf('my-own'), 'error');
    assert.equal(severityOf('no-such-rule'), 'off');
  });

  it('keeps the contested rules as the profiles are described', () => {
    const of = (id: RuleId) => PROFILES.map((profile) => resolveSeverities(profile)(id));
    assert.deepEqual(of('objective-has-metric'), ['off', 'off', 'warning']);
    assert.deepEqual(of('kr-counted-activity'), ['information', 'information', 'warning']);
    assert.deepEqual(of('kr-activity'), ['warning', 'warning', 'error']);
    assert.deepEqual(of('kr-binary'), ['off', 'information', 'warning']);
  });
});
