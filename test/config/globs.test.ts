import { ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { compileGlobs, globComplaint } from '../../server/src/config';

describe('globs of configuration files', () => {
  for (const [pattern, path, wanted] of [
    ['*.okr.md', 'a/b/team.okr.md', true],
    ['goals/**', 'goals/a/b.md', true],
    ['goals/**', 'my/goals/b.md', false],
    ['goals', 'my/goals/b.md', true],
    ['goals/', 'goals/b.md', true],
    ['./goals/*.md', 'goals/b.md', true],
    ['goals/*.md', 'goals/a/b.md', false],
    ['**/q[1-4]/*.{md,markdown}', 'x/q3/a.markdown', true],
    ['**/q[!1-4]/*', 'x/q3/a.md', false],
    ['a?c.md', 'abc.md', true],
    ['mục tiêu/*.md', 'mu\u0323c tie\u0302u/a.md', true],
    ['(x)+|$^.md', '(x)+|$^.md', true],
    ['{a,b/c}/d', 'b/c/d', true],
    ['.hidden/*', '.hidden/.x', true],
    ['{', '{', true],
    ['[', '[', true],
  ] as const)
    it(`${pattern} ${wanted ? 'means' : 'does not mean'} ${path}`, () => {
      strictEqual(compileGlobs(pattern)(path), wanted);
    });

  it('take back what stands behind a !', () => {
    const test = compileGlobs(['okrs/**', '!okrs/archive', 'okrs/archive/keep.md']);
    strictEqual(test('okrs/a.md'), true);
    strictEqual(test('okrs/archive/a.md'), false);
    strictEqual(test('okrs/archive/keep.md'), true);
  });

  it('must stay in their folder', () => {
    for (const pattern of ['../a', '/a', 'a/../b', 'C:/a', '!../a', 'a\\b', '{a,..}/b', './../a'])
      strictEqual(globComplaint(pattern), 'glob-outside', pattern);
    for (const pattern of ['a..b', '...', 'a/b..', '.a'])
      strictEqual(globComplaint(pattern), undefined, pattern);
  });

  it('agree with picomatch wherever both mean the same', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-'), minLength: 1, maxLength: 4 });
    const piece = fc.constantFrom('*', '**', 'a', 'b', '?', 'a*', '*b', '*.b', '[ab]', '{a,b}');
    // Names of dots only are no names, and picomatch has rules of its own for them.
    const path = fc.array(
      name.filter((one) => !/^\.+$/.test(one)),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 4 }), path, (pieces, names) => {
        // A last piece without a wildcard also means the folder of that name, unlike picomatch's.
        const pattern = [...pieces, '*'].join('/');
        const text = names.join('/');
        // For picomatch a globstar behind a slash needs no segment, but `*` alone never fits an empty one.
        strictEqual(
          compileGlobs(pattern)(text),
          picomatch.isMatch(text, pattern, { dot: true }),
          `${pattern} ${text}`,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('take no longer for patterns that are made to', () => {
    const before = performance.now();
    for (const pattern of [
      '*a'.repeat(100),
      '**/a/'.repeat(50),
      '{a*,*a}{a*,*a}{a*,*a}*b',
      '?*'.repeat(100),
    ]) {
      const test = compileGlobs(`${pattern}b`);
      for (const path of ['a'.repeat(4000), 'a/'.repeat(2000)]) ok(!test(`${path}x`));
    }
    ok(performance.now() - before < 1000);
  });
});
