/**
 * One fixture per way of writing OKRs: `NAME.md` and what is to be read from it, `NAME.outline` (format: `outline.ts`).
 * `UPDATE=1` writes the outlines anew; look at the difference before you commit it.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocument } from '../../server/src/document/index';
import { outlineOf } from './outline';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');
const markdownIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.md'));

describe('ways of writing OKRs', () => {
  for (const name of markdownIn(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    const expected = join(folder, name.replace(/\.md$/, '.outline'));
    const read = (content: string) => outlineOf(readDocument(content, { path: name }));

    it(name, () => {
      const outline = read(text);
      if (process.env.UPDATE) writeFileSync(expected, outline);
      assert.equal(outline, readFileSync(expected, 'utf8'));
    });

    it(`${name} with CRLF, with a byte order mark, decomposed`, () => {
      const outline = read(text);
      assert.equal(read(text.replaceAll('\n', '\r\n')), outline);
      assert.equal(read(text.replaceAll('\n', '\r')), outline);
      assert.equal(read(`\ufeff${text}`), outline);
      assert.equal(read(text.normalize('NFD')).normalize('NFC'), outline.normalize('NFC'));
    });
  }
});

describe('files without OKRs', () => {
  for (const name of markdownIn(join(folder, 'silent')))
    it(`is silent on ${name}`, () => {
      const document = readDocument(readFileSync(join(folder, 'silent', name), 'utf8'), { path: name });
      assert.deepEqual(
        [...document.chunks].flatMap(({ content }) => content.items),
        [],
      );
      if (name !== 'okrs.md') assert.equal(document.recognition.isOkr, false);
    });
});
