import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Snippet, snippetsOf } from '../../scripts/generate-snippets';
import { knowledgeOf, TEAMS } from '../../server/src/teams/index';
import { LANGUAGES } from '../../server/src/text/language';
import { expand } from './expand';

describe('snippets', () => {
  for (const language of LANGUAGES) {
    const path = new URL(`../../snippets/${language}.json`, import.meta.url);
    const onDisk = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Snippet>>;
    const all = Object.entries(onDisk);

    describe(language, () => {
      it('are what the generator makes of the team knowledge', () =>
        assert.deepEqual(onDisk, snippetsOf(language)));

      it('have every kind for every team', () => {
        for (const team of TEAMS) {
          const { slug } = knowledgeOf(team, language);
          const own = all.filter(
            ([, { prefix }]) => prefix[0] === `okr-${slug}` || prefix[0]?.startsWith(`okr-${slug}-`),
          );
          assert.equal(own.length, 7, slug);
        }
        assert.equal(all.length, TEAMS.length * 7 + 4);
      });

      it('have prefixes of their own that can be typed', () => {
        const prefixes = all.flatMap(([, { prefix }]) => prefix);
        assert.equal(new Set(prefixes).size, prefixes.length);
        for (const prefix of prefixes) assert.match(prefix, /^(?:okr|kr)(?:-[\p{L}\p{N}]+)+$/u);
      });

      it('can be found with and without diacritics', () => {
        for (const [name, { prefix }] of all) {
          const bare = prefix[0]?.normalize('NFD') === prefix[0] && !prefix[0]?.includes('đ');
          assert.ok(bare, `${name}: the first prefix has diacritics`);
        }
      });

      it('leave nothing unfilled', () => {
        for (const [name, { body, description }] of all) {
          const text = expand(body.join('\n'));
          assert.doesNotMatch(text + description + name, /[{}]/u, name);
          assert.doesNotMatch(text, /\$(?!\d)/u, name);
        }
      });

      it('visit their tab stops from top to bottom and end at the last place', () => {
        for (const [name, { body }] of all) {
          const text = body.join('\n');
          const stops = [...text.matchAll(/\$\{(\d+)[:|](?!\+)/gu)].map(([, digits]) => Number(digits));
          assert.deepEqual(
            stops,
            stops.toSorted((a, b) => a - b),
            name,
          );
          assert.match(text, /\$0$/u, name);
        }
      });
    });
  }
});
