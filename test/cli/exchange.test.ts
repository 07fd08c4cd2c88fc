import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../server/src/cli/run';

const PLAN = `## O1: Retailers renew without being asked
- KR1: Reduce the average sales cycle from 62 to 45 days @minh
- KR2: Call more customers
`;

describe('okrlint export and import', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'okrlint-exchange-'));
    writeFileSync(join(folder, 'team.okr.md'), PLAN);
    writeFileSync(join(folder, 'README.md'), '# Nothing about goals\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function cli(args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const code = await run(args, {
      cwd: folder,
      out: (text) => {
        out += text;
      },
      error: (text) => {
        err += text;
      },
      readStdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
      colour: false,
      today: '2026-08-20',
    });
    return { code, out, err };
  }

  it('writes CSV of the OKR documents in a folder', async () => {
    const { code, out } = await cli(['export', '.']);
    assert.equal(code, 0);
    assert.match(out, /^id,parent_id,type,title,/);
    assert.match(out, /\no1-kr1,o1,key_result,Reduce the average sales cycle from 62 to 45 days,'@minh,/);
    assert.doesNotMatch(out, /Nothing about goals/);
  });

  it('writes JSON and HTML', async () => {
    const json = JSON.parse((await cli(['export', '--format', 'json', 'team.okr.md'])).out) as {
      documents: unknown[];
    };
    assert.equal(json.documents.length, 1);
    const html = await cli(['export', '-f', 'html', '-o', 'scorecard.html', 'team.okr.md']);
    assert.equal(html.code, 0);
    assert.match(readFileSync(join(folder, 'scorecard.html'), 'utf8'), /^<!DOCTYPE html>[\s\S]*62 days/);
  });

  it("writes another tool's table", async () => {
    const { out } = await cli(['export', '--preset', 'appfire', 'team.okr.md']);
    assert.match(out, /^Order,Type,Summary,/);
  });

  it('names the quarter of the calendar that a quarter of the fiscal year is', async () => {
    const period = async (firstMonth: number) => {
      const fiscalYear = firstMonth === 0 ? {} : { fiscalYear: { firstMonth } };
      writeFileSync(join(folder, '.okrlintrc.json'), JSON.stringify(fiscalYear));
      writeFileSync(join(folder, 'team.okr.md'), `---\ncycle: FY26-Q1\n---\n${PLAN}`);
      const { out } = await cli(['export', '--preset', 'appfire', 'team.okr.md']);
      return [...new Set(out.match(/Q\d Y\d{4}|FY26-Q1/gu))].join();
    };
    assert.equal(await period(4), 'Q2 Y2025');
    assert.equal(await period(1), 'Q1 Y2026');
    assert.equal(await period(2), 'FY26-Q1');
    assert.equal(await period(0), 'Q1 Y2026');
  });

  it('keeps rows of several files apart by their ids', async () => {
    writeFileSync(join(folder, 'two.okr.md'), PLAN);
    const ids = (await cli(['export', '.'])).out
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',').slice(0, 2).join('<'));
    assert.deepEqual(ids, ['o1<', 'o1-kr1<o1', 'o1-kr2<o1', 'o1-2<', 'o1-kr1-2<o1-2', 'o1-kr2-2<o1-2']);
  });

  it('imports what it exported', async () => {
    const { out: csv } = await cli(['export', 'team.okr.md']);
    const { code, out, err } = await cli(['import', '-'], csv);
    assert.equal(code, 0, err);
    assert.match(out, /^- KR1: Reduce the average sales cycle from 62 to 45 days \{#o1-kr1 owner=@minh\}$/m);
  });

  it('replaces no file that is there, unless told to', async () => {
    const { out: csv } = await cli(['export', 'team.okr.md']);
    const refused = await cli(['import', '-', '-o', 'team.okr.md'], csv);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /team\.okr\.md is there already; name another file or add --force/);
    assert.equal(readFileSync(join(folder, 'team.okr.md'), 'utf8'), PLAN);
    assert.equal((await cli(['import', '-', '-o', 'team.okr.md', '--force'], csv)).code, 0);
    assert.match(readFileSync(join(folder, 'team.okr.md'), 'utf8'), /^---\nokr: 1\n---/);
  });

  it('says what is wrong, and ends with 2', async () => {
    for (const [args, stdin, message] of [
      [['import', '-'], 'a,b\n1,2\n', /standard input cannot be imported: its columns/],
      [['import', 'missing.csv'], '', /missing\.csv cannot be read \(ENOENT\)/],
      [['import', '-'], 'type,title\n', /it has no rows/],
      [
        ['export', '--preset', 'appfire', '-f', 'json', 'team.okr.md'],
        '',
        /--preset goes with --format csv only/,
      ],
      [['export', 'nowhere.md'], '', /nowhere\.md: no such file/],
    ] as const) {
      const { code, err, out } = await cli([...args], stdin);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, message);
      assert.doesNotMatch(err + out, /\n\s+at /);
    }
    assert.ok(!existsSync(join(folder, 'undefined')));
  });

  it('ends with 1 and names the row where something was left out', async () => {
    const { code, err } = await cli(['import', '-'], 'type,title\nobjective,A\nepic,B\n');
    assert.equal(code, 1);
    assert.match(err, /standard input:3: "epic" is no type/);
  });
});
