import { ok, strictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { mayBeOkr, readDocument } from '../../server/src/document';

const ROOT = path.resolve(import.meta.dirname, '../..');

function markdownIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(ROOT, folder, name));
}

describe('the cheap look whether a text may be an OKR document', () => {
  it('says yes to every text that is one, also under another name', () => {
    let found = 0;
    for (const file of ['examples', 'test/document/fixtures', 'docs'].flatMap(markdownIn)) {
      const text = readFileSync(file, 'utf8');
      for (const options of [{ path: file }, {}]) {
        if (!readDocument(text, options).recognition.isOkr) continue;
        found++;
        ok(mayBeOkr(text, options), `${file} ${options.path === undefined ? 'without its name' : ''}`);
      }
    }
    ok(found > 20, `${found} documents`);
  });

  it('says no to most other Markdown', () => {
    const others = readdirSync(path.join(ROOT, 'node_modules'))
      .map((name) => path.join(ROOT, 'node_modules', name, 'README.md'))
      .flatMap((file) => {
        try {
          return [readFileSync(file, 'utf8')];
        } catch {
          return [];
        }
      });
    ok(others.length > 50);
    const yes = others.filter((text) => mayBeOkr(text, { path: '/x/README.md' })).length;
    ok(yes < others.length / 5, `${yes} of ${others.length}`);
  });

  it('does as it is told', () => {
    strictEqual(mayBeOkr('nothing', { force: true }), true);
    strictEqual(mayBeOkr('# Objective 1: x\n\n- KR 1: y', { force: false }), false);
    strictEqual(mayBeOkr('nothing', { path: '/a/okrs/x.md' }), true);
    strictEqual(mayBeOkr('nothing', { path: '/a/q3-okr-draft.md' }), true);
  });

  it('is never wrong in saying no', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '## ',
        '- ',
        '* ',
        '1. ',
        '**',
        '_',
        '`',
        '\n',
        '\n\n',
        ': ',
        ' ',
        '| ',
        '\n| --- | --- |\n',
        '> ',
        '<b>',
      ],
      ...[
        'OKR',
        'OKRs',
        'okr',
        'KR',
        'KR1',
        'KRs',
        'Key',
        'Key Results',
        'key result 1',
        '[Key](x) Results',
        'O1',
        'KQ 1',
      ],
      ...[
        'Objective',
        'Objective 1',
        'Objectives and',
        'Mục tiêu 1',
        'Kết quả then chốt',
        'Ket qua chinh',
        'KQTC',
      ],
      ...[
        'Q3 2026',
        'Grow revenue from 3 to 5',
        '---\nokr: true\n---\n',
        'ＫＲ 1',
        'Résultats clés',
        'Goal 1',
        '关键结果',
      ],
      ...['Kết quả then chốt'.normalize('NFD'), 'Initiatives', 'Theme 1', 'Schlüsselergebnisse'],
    );
    const text = fc.array(piece, { minLength: 2, maxLength: 30 }).map((pieces) => pieces.join(''));
    let found = 0;
    fc.assert(
      fc.property(text, (source) => {
        if (!readDocument(source).recognition.isOkr) return;
        found++;
        ok(mayBeOkr(source), JSON.stringify(source));
      }),
      { numRuns: 3000 },
    );
    ok(found > 20, `${found} texts were OKR documents`);
  });
});
