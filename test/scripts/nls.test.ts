import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

const manifest = json('package.json');
const en: Record<string, string> = json('package.nls.json');
const vi: Record<string, string> = json('package.nls.vi.json');

/** Names between percent signs, in any string value of the manifest. */
const used = new Set(
  [...JSON.stringify(manifest.contributes).matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key),
);

describe('the texts of package.json', () => {
  it('exist in both languages', () => {
    assert.deepEqual(Object.keys(vi).sort(), Object.keys(en).sort());
    for (const [language, texts] of Object.entries({ en, vi }))
      for (const [key, text] of Object.entries(texts))
        assert.ok(text.trim(), `${key} is empty in ${language}`);
  });

  it('are all there and all used', () => {
    assert.ok(used.size > 20);
    assert.deepEqual(
      [...used].filter((key) => !(key in en)),
      [],
      'missing',
    );
    assert.deepEqual(
      Object.keys(en).filter((key) => !used.has(key)),
      [],
      'not used',
    );
  });

  it('are Vietnamese in Unicode NFC', () => {
    const vietnamese = /[ăâđêôơư\u1EA0-\u1EF9]/iu;
    for (const [key, text] of Object.entries(vi)) {
      assert.equal(text, text.normalize('NFC'), key);
      assert.ok(vietnamese.test(text), `${key} is not in Vietnamese: ${text}`);
    }
  });

  it('link to commands that exist', () => {
    const commands = new Set(
      manifest.contributes.commands.map(({ command }: { command: string }) => command),
    );
    for (const texts of [en, vi])
      for (const text of Object.values(texts))
        for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)/g))
          assert.ok(commands.has(command), `${command} does not exist`);
  });

  it('stand in the README: every command and every setting', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    for (const { title } of manifest.contributes.commands)
      assert.ok(readme.includes(en[title.replaceAll('%', '')] ?? '?'), `the README has no command ${title}`);
    for (const name of Object.keys(manifest.contributes.configuration.properties))
      assert.ok(readme.includes(`\`${name}\``), `the README has no setting ${name}`);
  });

  it('have commands of one category, each with a title', () => {
    for (const { command, category, title } of manifest.contributes.commands) {
      assert.equal(category, 'OKR', command);
      assert.match(title, /^%command\./, command);
    }
  });
});

describe('the walkthrough', () => {
  it('has a picture and something to do in every step', () => {
    const [{ steps }] = manifest.contributes.walkthroughs;
    assert.ok(steps.length >= 4);
    for (const { id, description, media, completionEvents } of steps) {
      assert.ok(existsSync(path.join(ROOT, media.svg)), media.svg);
      assert.match(readFileSync(path.join(ROOT, media.svg), 'utf8'), /var\(--vscode-/, `${id} has no theme`);
      assert.ok(completionEvents.length > 0, id);
      for (const texts of [en, vi])
        assert.match(texts[description.slice(1, -1)] ?? '', /\]\(command:/, `${id} has no action`);
    }
  });
});
