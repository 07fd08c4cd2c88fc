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
