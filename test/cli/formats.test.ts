import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { FORMATS } from '../../server/src/cli/formats';
import { type FileReport, type Message, reportOf } from '../../server/src/cli/report';
import { Cli, WEAK } from './harness';

const require = createRequire(import.meta.url);
const OPTIONS = { colour: false, trouble: [] };

const message = (text: string, more: Partial<Message> = {}): Message => ({
  ruleId: 'kr-activity',
  severity: 'warning',
  message: text,
  line: 6,
  column: 9,
  endLine: 6,
  endColumn: 20,
  suggestions: [],
  ...more,
});
const NASTY = 'a\r\nb%0A::error file=x,line=1::c,d: <b>"e"</b> | `f` @linh ]]> & \u0000\u0007\ud800 👍';

const anyReport = fc
  .record({
    filePath: fc.string({ unit: 'binary', minLength: 1 }),
    messages: fc.array(
      fc.record({
        text: fc.string({ unit: 'binary' }),
        severity: fc.constantFrom('error', 'hint', 'information'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(
    ({ filePath, messages }): FileReport =>
      reportOf(
        filePath,
        messages.map(({ text, severity }) => message(text, { severity: severity as Message['severity'] })),
      ),
  );

describe('reports', () => {
  let cli: Cli;
  before(() => {
    cli = new Cli();
    cli.write('weak.okr.md', WEAK);
    cli.write('a b/ü,x.okr.md', WEAK);
    cli.write('nul.okr.md', '\0');
  });
  after(() => cli.remove());

  describe('in SARIF', () => {
    const file = path.join(
      path.dirname(require.resolve('@microsoft/jest-sarif')),
      'schemas/sarif-2.1.0-rtm.5.json',
    );
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv);
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    const validate = ajv.compile(schema);

    it('follow the standard, with rules, places and what could not be read', async () => {
      strictEqual(await cli.run(['--format', 'sarif', '.']), 2);
      const log: unknown = JSON.parse(cli.stdout);
      ok(validate(log), JSON.stringify(validate.errors, null, 1));
      const [run] = JSON.parse(cli.stdout).runs;
      strictEqual(run.columnKind, 'utf16CodeUnits');
      const activity = run.results.filter((one: { ruleId: string }) => one.ruleId === 'kr-activity');
      deepStrictEqual(
        activity.map(
          (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
            one.locations[0]?.physicalLocation.artifactLocation.uri,
        ),
        ['a%20b/%C3%BC%2Cx.okr.md', 'weak.okr.md'],
      );
      const { startLine, startColumn } = activity[0].locations[0].physicalLocation.region;
      deepStrictEqual([startLine, startColumn], [6, 9]);
      const rule = run.tool.driver.rules[activity[0].ruleIndex];
      strictEqual(rule.id, 'kr-activity');
      match(rule.helpUri, /kr-activity\.md$/);
      strictEqual(run.invocations[0].executionSuccessful, false);
      match(run.invocations[0].toolExecutionNotifications[0].message.text, /nul\.okr\.md is not a text file/);
    });

    it('are valid whatever is in them', () => {
      fc.assert(
        fc.property(fc.array(anyReport, { maxLength: 3 }), (reports) => {
          ok(validate(JSON.parse(FORMATS.sarif(reports, OPTIONS))), JSON.stringify(validate.errors));
        }),
        { numRuns: 100 },
      );
    });
  });

  describe('for GitHub', () => {
    it('are one command a line, escaped', () => {
      const text = FORMATS.github([reportOf('a,b:c%.md', [message(NASTY)])], OPTIONS);
      strictEqual(text.split('\n').length, 2);
      match(
        text,
        /^::warning file=a%2Cb%3Ac%25\.md,line=6,endLine=6,col=9,endColumn=19,title=okrlint kr-activity::a%0D%0Ab%250A::/,
      );
    });

    it('leave out hints, and columns of places over several lines', () => {
      strictEqual(FORMATS.github([reportOf('a', [message('x', { severity: 'hint' })])], OPTIONS), '');
      strictEqual(
        FORMATS.github([reportOf('a', [message('x', { endLine: 7, severity: 'information' })])], OPTIONS),
        '::notice file=a,line=6,endLine=7,title=okrlint kr-activity::x\n',
      );
    });

    it('never start a command inside a message', () => {
      fc.assert(
        fc.property(anyReport, (report) => {
          const lines = FORMATS.github([report], OPTIONS)
            .split(/[\r\n]/)
            .filter(Boolean);
          strictEqual(lines.length, report.messages.filter(({ severity }) => severity !== 'hint').length);
          for (const line of lines) match(line, /^::(?:error|warning|notice) file=[^,:]*,/);
        }),
      );
    });
  });

  describe('for JUnit', () => {
    it('count failures, and hold nothing that XML cannot', () => {
      const reports = [
        reportOf('a<b>"&.md', [message(NASTY), message('note', { severity: 'hint' })]),
        reportOf('clean.md', []),
      ];
      const text = FORMATS.junit(reports, { ...OPTIONS, trouble: [{ name: 'x.md', reason: 'is <odd>' }] });
      match(text, /<testsuites name="okrlint" tests="4" failures="1" errors="1">/);
      match(text, /<testsuite name="a&lt;b&gt;&quot;&amp;\.md" tests="2" failures="1" errors="0">/);
      match(text, /message="a&#13;&#10;b%0A::error/);
      ok(!/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\r\n]/g, '')));
    });

    it('have every tag closed whatever is in them', () => {
      fc.assert(
        fc.property(anyReport, (report) => {
          const text = FORMATS.junit([report], OPTIONS).replace(/^<\?xml.*\?>\n/, '');
          const open: string[] = [];
          const outside = text.replace(
            /<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g,
            (_, end, name, _a, self) => {
              if (end) strictEqual(open.pop(), name);
              else if (!self) open.push(name);
              return '';
            },
          );
          deepStrictEqual(open, []);
          ok(!/[<>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(outside), outside);
        }),
      );
    });
  });

  describe('in Markdown', () => {
    it('are a table that nothing breaks out of and nobody is called by', () => {
      const text = FORMATS.markdown([reportOf('a|b.md', [message(NASTY)])], OPTIONS);
      const [, , head, rule, row, ...rest] = text.split('\n');
      strictEqual(head, '| place |  | finding | rule |');
      strictEqual(rule, '| --- | --- | --- | --- |');
      strictEqual(row?.split('|').length, 6);
      ok(!row?.includes('@linh') && !row?.includes('<b>'));
      deepStrictEqual(rest, ['']);
    });

    it('name the worst first and no more than anybody reads', () => {
      const many = Array.from({ length: 150 }, (_, n) =>
        message(`m${n}`, { severity: n === 149 ? 'error' : 'hint' }),
      );
      const text = FORMATS.markdown([reportOf('a.md', many)], OPTIONS);
      match(text.split('\n')[4] ?? '', /\| error \| m149 \|/);
      match(text, /… and 50 more/);
      match(FORMATS.markdown([reportOf('a.md', [])], OPTIONS), /^okrlint: no findings, 1 file checked\.\n$/);
    });
  });

  it('go into a file where one is named, without colours', async () => {
    strictEqual(await cli.run(['--color', '-o', 'out/report.txt', 'weak.okr.md']), 0);
    strictEqual(cli.stdout, '');
    const text = readFileSync(cli.path('out/report.txt'), 'utf8');
    match(text, /kr-activity/);
    ok(!text.includes('\u001b'));
    strictEqual(await cli.run(['-o', 'a b', 'weak.okr.md']), 2);
    match(cli.stderr, /--output-file: a b is a folder/);
  });
});
