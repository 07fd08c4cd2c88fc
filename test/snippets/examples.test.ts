/** The example documents show what okrlint does: in each something good, an activity, counted work and a wish. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyConfig, checkConfig } from '../../server/src/config';
import { readDocument } from '../../server/src/document/index';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';
import { detectTeam } from '../../server/src/teams/index';
import type { Language } from '../../server/src/text/language';
import { readItems } from '../rewrite/pipeline';

const folder = new URL('../../examples/', import.meta.url);

describe('examples', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.okr.md'));

  it('are eight', () => assert.equal(names.length, 8));

  for (const name of names)
    it(name, () => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const values = readDocument(text, { path: name }).frontMatter?.values;
      const language = values?.get('lang')?.text as Language;
      const team = detectTeam(values?.get('team')?.text ?? '', language);
      assert.ok(team);
      const items = readItems(text, { language, team });
      const objectives = items.filter(({ item }) => item.item.kind === 'objective');
      const keyResults = items.filter(({ item }) => item.item.kind === 'key-result');
      assert.equal(objectives.length, 2);
      for (const { sentence, findings } of objectives)
        assert.deepEqual(
          findings.filter(({ severity }) => severity === 'warning'),
          [],
          `an objective of an example is good: ${sentence}`,
        );
      const withRule = (rule: RegExp): number =>
        keyResults.filter(({ findings }) => findings.some(({ ruleId }) => rule.test(ruleId))).length;
      const good = keyResults.filter(({ findings }) => findings.every(({ severity }) => severity === 'hint'));
      assert.ok(good.length >= 2, 'something is good');
      assert.ok(withRule(/^kr-activity$/u) >= 1, 'something is an activity');
      assert.equal(withRule(/^kr-counted-activity$/u), 1, 'something is counted work');
      assert.ok(
        withRule(/^kr-(?:no-number|unbounded|vague-quantity)$/u) >= 1,
        'something cannot be measured',
      );
      for (const item of keyResults)
        for (const { ruleId, severity } of item.findings)
          if (severity !== 'hint')
            assert.ok(
              item.suggestions(ruleId).length >= 4,
              `${ruleId} on "${item.sentence}" has too little to offer`,
            );
    });

  it('show the same on any day', () => {
    const text = readFileSync(new URL('.okrlintrc.yaml', folder), 'utf8');
    const { config, problems } = checkConfig('file:///.okrlintrc.yaml', text, 'en');
    assert.ok(config, JSON.stringify(problems));
    const settings = applyConfig(DEFAULT_SETTINGS, config);
    const service = createOkrLanguageService();
    for (const name of names) {
      const document = service.read(readFileSync(new URL(name, folder), 'utf8'), { path: name });
      const on = (today: string) =>
        service
          .diagnose({ document, settings, today, path: name })
          .map(({ ruleId, span }) => [ruleId, span.start]);
      const first = on('2026-06-20');
      assert.ok(first.length > 0);
      for (const today of [
        '2026-07-01',
        '2026-08-15',
        '2026-09-30',
        '2026-10-01',
        '2027-03-01',
        '2035-01-01',
      ])
        assert.deepEqual(on(today), first, `${name} on ${today}`);
    }
  });
});
