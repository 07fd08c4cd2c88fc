import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fc from 'fast-check';
import { fixText, type LintJob } from '../../server/src/cli/lint-file';
import { replaceFile } from '../../server/src/cli/write-file';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';
import { Cli, HEDGED, MENDED, WEAK } from './harness';

const read = (path: string) => readFileSync(path, 'utf8');

describe('okrlint --fix', () => {
  let cli: Cli;
  beforeEach(() => {
    cli = new Cli();
  });
  afterEach(() => {
    chmodSync(cli.cwd, 0o755);
    cli.remove();
  });

  it('applies what needs no thought and reports the rest', async () => {
    const path = cli.write('a.okr.md', HEDGED + WEAK.slice(WEAK.indexOf('## Objective')));
    strictEqual(await cli.run(['--fix', '--format', 'json', 'a.okr.md']), 0);
    strictEqual(read(path), MENDED + WEAK.slice(WEAK.indexOf('## Objective')));
    deepStrictEqual(
      cli.reports[0]?.messages.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId),
      // Both texts have the same objective.
      ['duplicate-objective', 'kr-activity'],
    );
  });

  it('writes no file that has nothing to fix', async () => {
    const path = cli.write('a.okr.md', WEAK);
    const { mtimeMs, ino } = statSync(path);
    await cli.run(['--fix', 'a.okr.md']);
    deepStrictEqual([statSync(path).mtimeMs, statSync(path).ino], [mtimeMs, ino]);
  });

  it('keeps the byte-order mark, line ends and mode, and leaves no other file behind', async () => {
    const path = cli.write('a.okr.md', `\uFEFF${HEDGED.replaceAll('\n', '\r\n')}`);
    chmodSync(path, 0o640);
    await cli.run(['--fix', 'a.okr.md']);
    strictEqual(read(path), `\uFEFF${MENDED.replaceAll('\n', '\r\n')}`);
    strictEqual(statSync(path).mode & 0o777, 0o640);
    deepStrictEqual(readdirSync(cli.cwd), ['a.okr.md']);
  });

  it('takes the name of the old file as a whole: who has it open keeps the old text', async () => {
    const path = cli.write('a.okr.md', HEDGED);
    const { ino } = statSync(path);
    await cli.run(['--fix', 'a.okr.md']);
    ok(statSync(path).ino !== ino, 'a new file took the name');
  });

  it('follows a link to the file that it means', async () => {
    const path = cli.write('real/a.okr.md', HEDGED);
    symlinkSync(path, cli.path('link.okr.md'));
    strictEqual(await cli.run(['--fix', 'link.okr.md']), 0);
    strictEqual(read(path), MENDED);
    ok(lstatSync(cli.path('link.okr.md')).isSymbolicLink());
  });

  it('leaves read-only files and folders alone and says so', async () => {
    const path = cli.write('a.okr.md', HEDGED);
    chmodSync(path, 0o444);
    strictEqual(await cli.run(['--fix', 'a.okr.md']), 2);
    match(cli.stderr, /^okrlint: a\.okr\.md is read-only and was left as it is\./);
    strictEqual(read(path), HEDGED);
    chmodSync(path, 0o644);
    chmodSync(cli.cwd, 0o555);
    strictEqual(await cli.run(['--fix', 'a.okr.md']), 2);
    match(cli.stderr, /the folder .* is read-only/);
    strictEqual(read(path), HEDGED);
  });

  it('does not overwrite what somebody else wrote meanwhile', async () => {
    const path = cli.write('a.okr.md', 'new');
    deepStrictEqual(await replaceFile(path, Buffer.from('old'), Buffer.from('fixed')), { key: 'changed' });
    strictEqual(read(path), 'new');
    deepStrictEqual(await replaceFile(cli.path('gone.md'), Buffer.from(''), Buffer.from('x')), {
      key: 'changed',
    });
  });

  it('shows what it would do', async () => {
    const path = cli.write('a.okr.md', HEDGED);
    await cli.run(['--fix-dry-run', 'a.okr.md']);
    match(cli.stdout, /^-- KR 2: Try to reach 50 repeat orders a week$/m);
    match(cli.stdout, /^\+- KR 2: Reach 50 repeat orders a week$/m);
    strictEqual(read(path), HEDGED);
    await cli.run(['--fix-dry-run', '--format', 'json', 'a.okr.md']);
    strictEqual(cli.reports[0]?.output, MENDED);
    await cli.run(['--fix-dry-run', '--format', 'json', '--stdin-filename', 'x.okr.md', '-'], {
      stdin: HEDGED,
    });
    strictEqual(cli.reports[0]?.output, MENDED);
    strictEqual(await cli.run(['--fix', '-'], { stdin: HEDGED }), 2);
    match(cli.stderr, /standard input/);
  });

  it('fixes every file of a large tree', async () => {
    for (let n = 0; n < 30; n++) cli.write(`okrs/${n}.md`, HEDGED);
    writeFileSync(cli.path('okrs/README.txt'), '');
    strictEqual(await cli.run(['--fix', 'okrs']), 0);
    for (let n = 0; n < 30; n++) strictEqual(read(cli.path(`okrs/${n}.md`)), MENDED);
  });
});

describe('fixing a text', () => {
  const service = createOkrLanguageService();
  const job: LintJob = {
    name: 'x',
    path: '/x.okr.md',
    settings: DEFAULT_SETTINGS,
    today: '2026-08-01',
    suggestions: false,
  };
  const line = fc.oneof(
    fc.constantFrom(
      ...[
        '# OKRs Q3 2026',
        '## Objective 1: Grow',
        '- KR 1: Try to reach 50 orders a week',
        '',
        '> quote',
        '\t- x',
      ],
      ...[
        '- KR 2: Try to raise NPS from 30 to 50 @linh',
        '- KR: Reduce revenue from 3M to 4M',
        '```',
        '| a | b |',
      ],
      ...[
        '- KR 3: Cố gắng đạt 50 đơn mỗi tuần',
        '- KR 4: Increase churn from 8% to 3%',
        'Owner: @minh',
        '👍 é ẹ̃',
      ],
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join(end));

  it('comes to rest, and keeps every line that it has nothing to say about', () => {
    let changed = 0;
    fc.assert(
      fc.property(text, (source) => {
        const fixed = fixText(service, source, job);
        strictEqual(fixText(service, fixed, job), fixed);
        const [before, after] = [source.split(/\r\n|\r|\n/), fixed.split(/\r\n|\r|\n/)];
        strictEqual(after.length, before.length);
        if (fixed !== source) changed++;
        before.forEach((one, n) => {
          if (one !== after[n]) match(one, /KR/, `only key results change: ${one} -> ${after[n]}`);
        });
        const ends = (whole: string) => whole.match(/\r\n|\r|\n/g) ?? [];
        deepStrictEqual(ends(fixed), ends(source));
      }),
      { numRuns: 300 },
    );
    ok(changed > 20, `${changed} texts had something to fix`);
  });
});
