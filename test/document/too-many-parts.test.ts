import assert from 'node:assert/strict';
import { readDocument, updateDocument } from '../../server/src/document';

// Found by the hostile text "headings without text": 5 MB of them took minutes.
describe('a text of more parts than anybody writes', function () {
  this.timeout(30_000);

  const text = `# OKRs\n\n## Objective 1: a\n\n- KR 1: b\n\n${'#\n'.repeat(110_000)}`;

  it('is not read, and says why', () => {
    const document = readDocument(text, { path: 'a.okr.md' });
    assert.deepEqual(document.recognition, { isOkr: false, because: 'too-many-parts' });
    assert.deepEqual(document.objectives(), []);
  });

  // Found by the hostile texts "HTML blocks" and "front matter without end": the first took ten seconds at each key
  // press, the second let nobody else have an answer for more than one.
  it('is not read for the number of its lines either', () => {
    for (const line of ['<div>\n\n', 'a: b\n']) {
      const lines = `# OKRs\n\n## Objective 1: a\n\n- KR 1: b\n\n${line.repeat(400_000)}`;
      const document = readDocument(lines, { path: 'a.okr.md' });
      assert.deepEqual(document.recognition, { isOkr: false, because: 'too-many-parts' });
    }
  });

  it('is read again when enough of it has gone', () => {
    const document = readDocument(text, { path: 'a.okr.md' });
    const [start, end] = [text.length - 218_000, text.length];
    const shorter = updateDocument(document, text.slice(0, start), [{ span: { start, end }, newText: '' }], {
      path: 'a.okr.md',
    });
    assert.equal(shorter.recognition.isOkr, true);
    assert.equal(shorter.objectives().length, 1);
  });
});
