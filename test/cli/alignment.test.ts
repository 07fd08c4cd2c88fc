/** References between objectives: of all findings the only ones that need to know other files. */
import { deepStrictEqual, strictEqual } from 'node:assert';
import { Cli } from './harness';

const objective = (title: string, ids: string, lead = '## Objective 1: ') =>
  `${lead}${title} {${ids}}\n- KR 1: Raise repeat orders from 20% to 30%\n- KR 2: Cut returns from 9% to 5%\n`;
const FRONT = '---\ncycle: 2026-Q3\nowner: Linh\n---\n';
const COMPANY = FRONT + objective('Shops come back by themselves', '#c1');

describe('okrlint: references between objectives', () => {
  let cli: Cli;
  beforeEach(() => {
    cli = new Cli();
  });
  afterEach(() => cli.remove());

  const found = (file: string) =>
    (cli.reports.find(({ filePath }) => filePath === file)?.messages ?? [])
      .filter(({ ruleId }) => ruleId.startsWith('alignment') || ruleId === 'unused-suppression')
      .map(({ ruleId, line }) => `${line} ${ruleId}`);

  it('reports what leads nowhere and what leads in a circle, and fails', async () => {
    cli.write(
      'a.okr.md',
      FRONT + objective('Shops come back', '#a ^b') + objective('Drivers feel at home', '#b ^a'),
    );
    cli.write('team/b.okr.md', FRONT + objective('Shops come back', '#t ^gone'));
    strictEqual(await cli.run(['--format', 'json', '.']), 1);
    deepStrictEqual(found('a.okr.md'), ['5 alignment-cycle']);
    deepStrictEqual(found('team/b.okr.md'), ['5 alignment-dangling']);
  });

  it('finds the objective in another file, whether or not that file is checked too', async () => {
    cli.write('company.okr.md', COMPANY);
    cli.write(
      'team/b.okr.md',
      FRONT + objective('Shops come back', '#t ^c1') + objective('Drivers stay on', '#u ^company/c1'),
    );
    strictEqual(await cli.run(['--format', 'json', '.']), 0);
    deepStrictEqual(found('team/b.okr.md'), []);
    strictEqual(await cli.run(['--format', 'json', 'team/b.okr.md']), 0);
    deepStrictEqual(
      cli.reports.map(({ filePath }) => filePath),
      ['team/b.okr.md'],
    );
    deepStrictEqual(found('team/b.okr.md'), []);
  });

  it('reads standard input among the files beside it', async () => {
    cli.write('company.okr.md', COMPANY);
    const stdin =
      FRONT + objective('Shops come back', '#t ^c1') + objective('Drivers stay on', '#u ^company/c7');
    strictEqual(await cli.run(['--format', 'json', '--stdin-filename', 'x.okr.md', '-'], { stdin }), 1);
    deepStrictEqual(found('x.okr.md'), ['8 alignment-dangling']);
  });

  it('takes a comment that silences such a finding as used', async () => {
    const comment = '<!-- okrlint-disable-file alignment-dangling: the company writes its own later -->\n';
    cli.write('b.okr.md', FRONT + comment + objective('Shops come back', '#t ^gone'));
    strictEqual(await cli.run(['--format', 'json', '.']), 0);
    deepStrictEqual(found('b.okr.md'), []);
  });

  it('keeps what fixing would write', async () => {
    const text =
      FRONT +
      objective('Shops come back', '#t ^gone').replace(
        'Raise repeat orders from 20% to 30%',
        'Try to reach 50 repeat orders',
      );
    cli.write('b.okr.md', text);
    strictEqual(await cli.run(['--fix-dry-run', '--format', 'json', '.']), 1);
    strictEqual(cli.reports[0]?.output, text.replace('Try to reach', 'Reach'));
    deepStrictEqual(found('b.okr.md'), ['5 alignment-dangling']);
  });
});
