import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { hunks } from '../../server/src/cli/since';
import { Cli, WEAK } from './harness';

const TWO = `${WEAK}- KR 3: Write more newsletters\n`;

describe('okrlint --since', () => {
  let cli: Cli;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: cli.cwd,
      stdio: 'pipe',
    });
  const lines = () =>
    cli.reports.flatMap(({ messages }) =>
      messages.filter(({ ruleId }) => ruleId === 'kr-activity').map(({ line }) => line),
    );
  beforeEach(() => {
    cli = new Cli();
  });
  afterEach(() => cli.remove());

  it('reports what changed lines say, and new files whole', async () => {
    cli.write('mục tiêu "a".okr.md', WEAK);
    cli.write('same.okr.md', WEAK);
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'x');
    cli.write('mục tiêu "a".okr.md', TWO);
    cli.write('sub/new.okr.md', WEAK);
    strictEqual(await cli.run(['--format', 'json', '--since', 'main', '.']), 0);
    deepStrictEqual(
      cli.reports.map(({ filePath, messages }) => [
        filePath.replaceAll('\\', '/'),
        messages.filter(({ ruleId }) => ruleId === 'kr-activity').map(({ line }) => line),
      ]),
      [
        ['mục tiêu "a".okr.md', [7]],
        ['same.okr.md', []],
        ['sub/new.okr.md', [6]],
      ],
    );
    // From a folder below, and on a branch whose base has moved on.
    git('checkout', '-qb', 'topic');
    git('add', '-A');
    git('commit', '-qm', 'y');
    git('checkout', '-q', 'main');
    cli.write('same.okr.md', TWO);
    git('commit', '-qam', 'z');
    git('checkout', '-q', 'topic');
    strictEqual(await cli.run(['--format', 'json', '--since', 'main', '.'], { cwd: cli.path('sub') }), 0);
    deepStrictEqual(lines(), [6]);
    strictEqual(await cli.run(['--format', 'json', '--since', 'main', 'same.okr.md']), 0);
    deepStrictEqual(lines(), [], 'what changed on main is not this branch’s');
  });

  it('says what is wrong with the reference or the folder', async () => {
    cli.write('a.okr.md', WEAK);
    strictEqual(await cli.run(['--since', 'main', 'a.okr.md']), 2);
    match(cli.stderr, /--since: .* is in no git repository/);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
    strictEqual(await cli.run(['--since', 'nowhere', 'a.okr.md']), 2);
    match(cli.stderr, /git knows no "nowhere"\. In CI, fetch the whole history/);
    strictEqual(await cli.run(['--since=--output=x', 'a.okr.md']), 2);
    match(cli.stderr, /is no git reference/);
  });

  it('says that git is missing', async () => {
    cli.write('a.okr.md', WEAK);
    const { PATH } = process.env;
    process.env.PATH = cli.cwd;
    try {
      strictEqual(await cli.run(['--since', 'main', 'a.okr.md']), 2);
    } finally {
      process.env.PATH = PATH;
    }
    match(cli.stderr, /needs git, which was not found/);
  });

  it('reads the lines of a diff', () => {
    deepStrictEqual(hunks('@@ -1 +1 @@\n-a\n+b\n@@ -4,0 +5,3 @@\n+x\n@@ -9,2 +12,0 @@ heading\n'), [
      [1, 1],
      [5, 7],
      [12, 13],
    ]);
  });
});
