import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../server/src/cli/run';
import { WEAK } from './harness';

const GOOD = WEAK.replace('Phone more restaurant owners', 'Cut the reorder time from 9 minutes to 2 minutes');

describe('okrlint on the command line', () => {
  let cwd: string;
  let stdout = '';
  let stderr = '';
  const okrlint = (args: string[], stdin = ''): Promise<number> => {
    stdout = '';
    stderr = '';
    return run(args, {
      cwd,
      out: (text) => {
        stdout += text;
      },
      error: (text) => {
        stderr += text;
      },
      readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
      colour: false,
      today: '2026-08-01',
    });
  };

  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'okrlint-cli-'));
    await mkdir(join(cwd, 'okrs', 'node_modules'), { recursive: true });
    writeFileSync(join(cwd, 'weak.okr.md'), WEAK);
    writeFileSync(join(cwd, 'good.okr.md'), GOOD);
    writeFileSync(join(cwd, 'okrs', 'inner.md'), WEAK);
    writeFileSync(join(cwd, 'okrs', 'node_modules', 'other.md'), WEAK);
    writeFileSync(join(cwd, 'binary.okr.md'), Buffer.from([0x23, 0x20, 0x00, 0x01, 0x02]));
    writeFileSync(join(cwd, 'latin1.okr.md'), Buffer.from('# M\xf6bel', 'latin1'));
    writeFileSync(join(cwd, 'bom.okr.md'), `\ufeff${WEAK}`);
    writeFileSync(join(cwd, 'empty.okr.md'), '');
    writeFileSync(join(cwd, 'README.md'), '# Readme\n\n## Goals\n\n- call more customers\n');
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  it('prints findings for people with place, severity and rule', async () => {
    strictEqual(await okrlint(['weak.okr.md']), 0);
    match(stdout, /^weak\.okr\.md$/m);
    match(stdout, /^ {2}6:9 +warning +.+ {2}kr-activity$/m);
    match(stdout, /1 warning.*\(1 file checked\)\./);
  });

  it('says so when there is nothing to say', async () => {
    strictEqual(await okrlint(['--quiet', 'good.okr.md']), 0);
    match(stdout, /No findings, 1 file checked\./);
  });

  it('exits with 1 when there are more warnings than allowed', async () => {
    strictEqual(await okrlint(['--max-warnings', '0', 'weak.okr.md']), 1);
    strictEqual(await okrlint(['--max-warnings', '1', 'weak.okr.md']), 0);
  });

  it('exits with 1 on an error', async () => {
    strictEqual(await okrlint(['--rule', 'kr-activity=error', 'weak.okr.md']), 1);
  });

  it('turns a rule off', async () => {
    strictEqual(await okrlint(['--rule', 'kr-activity=off', '--format', 'json', 'weak.okr.md']), 0);
    ok(!stdout.includes('kr-activity'));
  });

  it('writes JSON as documented', async () => {
    strictEqual(await okrlint(['--format', 'json', 'weak.okr.md', 'good.okr.md']), 0);
    const reports = JSON.parse(stdout);
    deepStrictEqual(
      reports.map((r: { filePath: string }) => r.filePath),
      ['weak.okr.md', 'good.okr.md'],
    );
    strictEqual(reports[0].warningCount, 1);
    strictEqual(reports[0].errorCount, 0);
    const [message] = reports[0].messages.filter((m: { severity: string }) => m.severity === 'warning');
    strictEqual(message.ruleId, 'kr-activity');
    strictEqual(message.line, 6);
    strictEqual(message.column, 9);
    strictEqual(message.endLine, 6);
    ok(message.endColumn > message.column);
    ok(message.suggestions.length > 0, 'offers at least one rewrite');
    for (const { title, text } of message.suggestions) {
      ok(title.length > 0);
      match(text, /‹.+›/);
      ok(!/\d/.test(text), `invents no number: ${text}`);
    }
  });

  it('reads standard input under the name it is given', async () => {
    strictEqual(await okrlint(['--format', 'json', '--stdin-filename', 'team.okr.md', '-'], WEAK), 0);
    const [report] = JSON.parse(stdout);
    strictEqual(report.filePath, 'team.okr.md');
    strictEqual(report.warningCount, 1);
  });

  it('reads folders without node_modules, and globs', async () => {
    await okrlint(['--format', 'json', 'okrs']);
    deepStrictEqual(
      JSON.parse(stdout).map((r: { filePath: string }) => r.filePath),
      [join('okrs', 'inner.md')],
    );
    await okrlint(['--format', 'json', '*od.okr.md']);
    deepStrictEqual(
      JSON.parse(stdout).map((r: { filePath: string }) => r.filePath),
      ['good.okr.md'],
    );
  });

  it('leaves other Markdown alone', async () => {
    strictEqual(await okrlint(['--max-warnings', '0', 'README.md']), 0);
    match(stdout, /No findings/);
  });

  it('counts columns as editors do when there is a byte-order mark', async () => {
    await okrlint(['--format', 'json', 'bom.okr.md']);
    const [report] = JSON.parse(stdout);
    const warning = report.messages.find((m: { severity: string }) => m.severity === 'warning');
    strictEqual(`${warning.line}:${warning.column}`, '6:9');
  });

  it('takes an empty file', async () => {
    strictEqual(await okrlint(['--max-warnings', '0', 'empty.okr.md']), 0);
  });

  for (const [file, reason] of [
    ['binary.okr.md', /okrlint: binary\.okr\.md is not a text file/],
    ['latin1.okr.md', /okrlint: latin1\.okr\.md is not valid UTF-8\. Save it/],
  ] as const)
    it(`names ${file} and what is wrong with it, and checks the others`, async () => {
      strictEqual(await okrlint(['--format', 'json', file, 'weak.okr.md']), 2);
      match(stderr, reason);
      ok(!stderr.includes('    at '), 'no stack trace');
      strictEqual(JSON.parse(stdout)[0].warningCount, 1);
    });

  it('says of a file that is too large that it was not checked', async () => {
    const large = join(cwd, 'large.okr.md');
    writeFileSync(large, WEAK + '\n'.repeat(5 * 1024 * 1024));
    try {
      strictEqual(await okrlint(['--format', 'json', 'large.okr.md', 'weak.okr.md']), 2);
      match(stderr, /okrlint: large\.okr\.md is larger than 5 MB and was not checked\. Split it/);
      strictEqual(JSON.parse(stdout).length, 1);
    } finally {
      rmSync(large);
    }
  });

  it('answers wrong usage with exit code 2 and what to do', async () => {
    for (const [args, reason] of [
      [[], /name the files/],
      [['nowhere.md'], /nowhere\.md: no such file/],
      [['none/*.md'], /no file matches/],
      [['--format', 'xml', 'weak.okr.md'], /xml/],
      [['--rule', 'no-such-rule=off', 'weak.okr.md'], /no rule "no-such-rule"/],
      [['--rule', 'kr-activity=loud', 'weak.okr.md'], /severity must be one of/],
      [['--max-warnings', 'many', 'weak.okr.md'], /whole number/],
      [['--nonsense', 'weak.okr.md'], /--nonsense/],
    ] as const) {
      strictEqual(await okrlint([...args]), 2, args.join(' '));
      match(stderr, reason);
    }
  });

  it('answers --help and --version with 0', async () => {
    strictEqual(await okrlint(['--help']), 0);
    match(stdout, /Usage: okrlint/);
    strictEqual(await okrlint(['--version']), 0);
  });

  it('answers in the language that is asked for', async () => {
    await okrlint(['--lang', 'vi', '--format', 'json', 'weak.okr.md']);
    const [report] = JSON.parse(stdout);
    const warning = report.messages.find((m: { severity: string }) => m.severity === 'warning');
    match(warning.message, /[ạảếệốộớợ]/);
  });

  it('prints the outline', async () => {
    strictEqual(await okrlint(['outline', '--format', 'json', 'weak.okr.md', 'README.md']), 0);
    const [weak, readme] = JSON.parse(stdout);
    strictEqual(weak.isOkrDocument, true);
    strictEqual(weak.objectives[0].line, 3);
    strictEqual(weak.objectives[0].title, 'Restaurants reorder without being asked');
    const [first, second] = weak.objectives[0].keyResults;
    deepStrictEqual(
      {
        line: first.line,
        kind: first.kind,
        baseline: first.baseline,
        target: first.target,
        unit: first.unit,
      },
      { line: 5, kind: 'outcome', baseline: 22, target: 35, unit: '%' },
    );
    deepStrictEqual(Object.keys(first), [
      'line',
      'text',
      'kind',
      'baseline',
      'target',
      'current',
      'unit',
      'owner',
      'due',
      'score',
    ]);
    strictEqual(second.kind, 'activity');
    strictEqual(second.baseline, null);
    strictEqual(readme.isOkrDocument, false);
    deepStrictEqual(readme.objectives, []);
  });

  it('prints the numbers of fields as their language writes them', async () => {
    const table = [
      '# OKR quý 1/2027',
      '## Mục tiêu 1: Trẻ em mê đọc sách',
      '| Kết quả chính | Bắt đầu | Cần đạt | Hiện nay |',
      '|---|---|---|---|',
      '| Thẻ thư viện của trẻ em | 2.100 | 3.500 | 2,5 nghìn |',
    ].join('\n');
    writeFileSync(join(cwd, 'vi.okr.md'), table);
    strictEqual(await okrlint(['outline', '--format', 'json', 'vi.okr.md']), 0);
    const { baseline, target, current } = JSON.parse(stdout)[0].objectives[0].keyResults[0];
    deepStrictEqual({ baseline, target, current }, { baseline: 2100, target: 3500, current: '2,5 nghìn' });
  });
});
