import assert from 'node:assert/strict';
import { createAlignmentIndex } from '../../../server/src/alignment';
import { createOkrLanguageService } from '../../../server/src/service';
import { linksIn } from '../../../server/src/service/editor/links';
import { definitionsAt, highlightsAt, referencesAt } from '../../../server/src/service/editor/navigation';
import { renamableAt, renameAt, whyNotRenamable } from '../../../server/src/service/editor/rename';
import { searchItems } from '../../../server/src/service/editor/search';

const FILES: Record<string, string> = {
  '/company.okr.md':
    '# OKRs\n## O1: Shops choose us first {#first}\n- KR1: Raise repeat orders from 22% to 35% {^first}\n## O2: Towns pay {#towns}\n- KR1: Raise towns in profit from 3 to 9\n',
  '/sales.okr.md':
    '# OKRs\n## O1: Owners sign at once {#sign ^first}\n- KR1: Raise signed offers from 10% to 30%\n  - Aligned to: company/towns\n',
  '/ban-hang.okr.md':
    '# OKR\n## Mục tiêu 1: Khách hàng quay lại {#khach ^sign}\n- KR1: Tăng tỷ lệ mua lại từ 20% lên 35%\n',
};

function indexOf(files = FILES) {
  const service = createOkrLanguageService();
  const index = createAlignmentIndex();
  for (const [path, text] of Object.entries(files)) index.update(path, service.read(text, { path }));
  return index;
}

const text = (document: string) => FILES[document] ?? '';
const offsetOf = (document: string, words: string) => text(document).indexOf(words) + 1;
const written = ({ document, span }: { document: string; span: { start: number; end: number } }) =>
  `${document} ${text(document).slice(span.start, span.end)}`;

describe('navigation between ids', () => {
  it('leads from a reference to its item, and nowhere from words', () => {
    const index = indexOf();
    const from = (words: string) =>
      definitionsAt(index, '/sales.okr.md', offsetOf('/sales.okr.md', words)).map(written);
    assert.deepEqual(from('first'), ['/company.okr.md Shops choose us first']);
    assert.deepEqual(from('company/towns'), ['/company.okr.md Towns pay']);
    assert.deepEqual(from('sign ^'), ['/sales.okr.md Owners sign at once']);
    assert.deepEqual(from('at once'), []);
  });

  it('collects references, with the id itself if asked', () => {
    const index = indexOf();
    const at = offsetOf('/company.okr.md', 'first}');
    assert.deepEqual(referencesAt(index, '/company.okr.md', at, false).map(written), [
      '/company.okr.md first',
      '/sales.okr.md first',
    ]);
    assert.deepEqual(
      referencesAt(index, '/company.okr.md', at, true).map(({ span }) => span.start)[0],
      text('/company.okr.md').indexOf('first}'),
    );
    assert.deepEqual(
      highlightsAt(index, '/company.okr.md', at).map(({ write }) => write),
      [true, false],
    );
  });

  it('links each reference that leads to one place', () => {
    const links = linksIn(indexOf(), '/sales.okr.md');
    assert.deepEqual(
      links.map(({ document, title }) => [document, title]),
      [
        ['/company.okr.md', 'Shops choose us first'],
        ['/company.okr.md', 'Towns pay'],
      ],
    );
  });
});

describe('renaming an id', () => {
  const at = (document: string, words: string) => [document, offsetOf(document, words)] as const;
  const rename = (place: readonly [string, number], name: string, files = FILES) =>
    renameAt(indexOf(files), ...place, name, 'en');

  it('replaces only the id in `file/id`', () => {
    const result = rename(at('/company.okr.md', 'towns}'), 'cities');
    assert.ok(result && 'places' in result);
    assert.deepEqual(result.places.map(written), ['/company.okr.md towns', '/sales.okr.md towns']);
    assert.equal(renamableAt(indexOf(), ...at('/sales.okr.md', 'company/towns'))?.id, 'towns');
  });

  it('brings the new name into the form that a reader knows', () => {
    const result = rename(at('/company.okr.md', 'first}'), ' #đầu-tiên '.normalize('NFD'));
    assert.ok(result && 'places' in result);
    assert.equal(result.id, 'đầu-tiên'.normalize('NFC'));
  });

  it('refuses what is no id, in the words of the language', () => {
    for (const name of ['', ' ', 'a b', '{x}', '-x', 'x'.repeat(80)])
      assert.match(JSON.stringify(rename(at('/company.okr.md', 'first}'), name)), /cannot be an id/, name);
    const inVietnamese = renameAt(indexOf(), ...at('/company.okr.md', 'first}'), 'a b', 'vi');
    assert.match(JSON.stringify(inVietnamese), /Không dùng “a b” làm mã được/);
  });

  it('refuses a name that the file has already, as id or as label', () => {
    for (const name of ['towns', 'TOWNS', 'o2'])
      assert.match(JSON.stringify(rename(at('/company.okr.md', 'first}'), name)), /already names another/);
    assert.ok('places' in (rename(at('/company.okr.md', 'first}'), 'First') ?? {}), 'another case is fine');
    assert.ok('places' in (rename(at('/company.okr.md', 'first}'), 'o1') ?? {}), 'its own label is fine');
  });

  it('refuses a name that other files would confuse', () => {
    assert.match(JSON.stringify(rename(at('/company.okr.md', 'first}'), 'sign')), /refer to it by that name/);
    // Nobody outside refers to either.
    const result = rename(at('/company.okr.md', 'towns}'), 'khach');
    assert.ok(result && 'places' in result);
  });

  it('leaves labels to themselves', () => {
    assert.equal(rename(at('/company.okr.md', 'O2'), 'x'), undefined);
    const file = '# OKRs\n## O1: Win\n- KR1: Raise x from 1 to 2 {^o1}\n';
    const index = indexOf({ '/a.okr.md': file });
    assert.match(whyNotRenamable(index, '/a.okr.md', file.indexOf('o1}'), 'en') ?? '', /“o1” is a label/);
  });
});

describe('looking for objectives', () => {
  const names = (query: string, limit = 10) => searchItems(indexOf(), query, limit).map(({ name }) => name);

  it('finds by letters in their order, without diacritics, tightest first', () => {
    assert.deepEqual(names('khach hang'), ['Mục tiêu 1: Khách hàng quay lại']);
    assert.equal(names('towns')[0], 'O2: Towns pay');
    assert.deepEqual(names('rpo'), [
      'KR1: Raise repeat orders from 22% to 35%',
      'KR1: Raise towns in profit from 3 to 9',
    ]);
    assert.deepEqual(names('zzz'), []);
  });

  it('gives no more than asked for', () => {
    assert.equal(names('', 3).length, 3);
    assert.equal(names('').length, 8);
  });
});
