import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { createOkrLanguageService } from '../../server/src/service';
import { encodingNote, unreadBecause, unreadNote } from '../../server/src/service/unread';
import { WEAK } from '../cli/harness';

const service = createOkrLanguageService();
const OKR = { path: '/a.okr.md' };
const because = (text: string, options: { path?: string; force?: boolean }) =>
  unreadBecause(service.read(text, options), options);

describe('a file that is not read', () => {
  const large = WEAK + '\n'.repeat(5 * 1024 * 1024);

  it('is told where somebody may wait for findings', () => {
    strictEqual(because(`${WEAK}\0`, OKR), 'not-text');
    strictEqual(because(large, OKR), 'too-large');
    strictEqual(because(WEAK + '#\n'.repeat(110_000), OKR), 'too-many-parts');
    strictEqual(because(large, { path: '/plan.md' }), 'too-large', 'its beginning speaks of key results');
    strictEqual(because('\0', { path: '/x.md', force: true }), 'not-text');
  });

  it('is not worth a word elsewhere', () => {
    strictEqual(because(WEAK, OKR), undefined);
    strictEqual(because('PK\0\0', { path: '/README.md' }), undefined);
    strictEqual(because('a\n'.repeat(3_000_000), { path: '/notes.md' }), undefined);
    strictEqual(because(large, { ...OKR, force: false }), undefined);
  });

  it('is read as soon as it can be', () => {
    const zero = service.read(`${WEAK}\0`, OKR);
    const text = WEAK;
    const edit = { span: { start: WEAK.length, end: WEAK.length + 1 }, newText: '' };
    strictEqual(service.update(zero, text, [edit], OKR).recognition.isOkr, true);
    const small = service.read(large.slice(0, 1000), OKR);
    const grown = service.update(
      small,
      large,
      [{ span: { start: 1000, end: 1000 }, newText: large.slice(1000) }],
      OKR,
    );
    strictEqual(grown.recognition.because, 'too-large');
  });

  it('is explained in the reader’s language', () => {
    const document = service.read('\0', OKR);
    match(unreadNote(document, OKR, 'en')?.message ?? '', /UTF-8/);
    match(unreadNote(document, OKR, 'vi')?.message ?? '', /không kiểm tra tệp này.*UTF-8/);
  });

  it('shows where characters were lost by a wrong encoding', () => {
    const text = WEAK.replace('repeat', 're\ufffdeat');
    const at = text.indexOf('\ufffd');
    deepStrictEqual(encodingNote(service.read(text, OKR), 'en')?.span, { start: at, end: at + 1 });
    strictEqual(encodingNote(service.read(WEAK, OKR), 'en'), undefined);
    strictEqual(encodingNote(service.read('caf\ufffd', { path: '/README.md' }), 'en'), undefined);
  });
});
