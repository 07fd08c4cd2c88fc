import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import en from '../../server/src/cli/en.generated.json';
import { run } from '../../server/src/cli/run';
import { languageFor } from '../../server/src/cli/texts';
import vi from '../../server/src/cli/vi.generated.json';
import { Cli, WEAK } from './harness';

const VI = [
  '# OKR quý 3/2026',
  '',
  '## Mục tiêu 1: Nhà hàng tự đặt hàng lại',
  '',
  '- KR 1: Tăng tỷ lệ đặt lại từ 22% lên 35%',
  '- KR 2: Gọi điện cho nhiều chủ nhà hàng hơn',
  '',
].join('\n');
const ACCENTS = /[ăâđêôơư\u1EA0-\u1EF9]/iu;

describe('the language of the command line', () => {
  let cli: Cli;
  beforeEach(() => {
    cli = new Cli();
    cli.write('en.okr.md', WEAK);
    cli.write('vi.okr.md', VI);
  });
  afterEach(() => cli.remove());

  it('is the one that is asked for, else the terminal’s', () => {
    strictEqual(languageFor([], undefined), 'en');
    strictEqual(languageFor([], 'vi_VN.UTF-8'), 'vi');
    strictEqual(languageFor([], 'vi'), 'vi');
    for (const other of ['C', 'C.UTF-8', 'en_US.UTF-8', 'vic_XX', ''])
      strictEqual(languageFor([], other), 'en');
    strictEqual(languageFor(['a.md', '--lang', 'vi'], 'en_US'), 'vi');
    strictEqual(languageFor(['--lang=en', 'a.md'], 'vi_VN'), 'en');
    strictEqual(languageFor(['--lang', 'auto'], 'vi_VN'), 'vi');
    strictEqual(languageFor(['--lang'], 'vi_VN'), 'vi');
  });

  it('is that of the help, down to the words of the parser', async () => {
    for (const args of [['--help'], ['outline', '--help'], ['export', '--help'], ['import', '--help']]) {
      strictEqual(await cli.run(args, { locale: 'vi_VN.UTF-8' }), 0);
      match(cli.stdout, /^Cách dùng: okrlint /);
      const told = cli.stdout.split('\n').filter((line) => !line.startsWith('Cách dùng'));
      for (const line of told)
        ok(!/\s(?:the|to|of|display|output|default|choices|Options|Arguments|Commands)\b/.test(line), line);
    }
    strictEqual(await cli.run(['--help'], { locale: 'en_US.UTF-8' }), 0);
    match(cli.stdout, /^Usage: okrlint .*\n\nFinds key results/);
    ok(!cli.stdout.includes('{}'), 'no default that says nothing');
  });

  it('is that of the documents in the summary, where nobody asks for one', async () => {
    await cli.run(['vi.okr.md']);
    match(cli.stdout, /^1 cảnh báo.*\(đã kiểm tra 1 tệp\)\.$/m);
    match(cli.stdout, /6:9 +cảnh báo +.* kr-activity/);
    await cli.run(['en.okr.md']);
    match(cli.stdout, /^1 warning.*\(1 file checked\)\.$/m);
    await cli.run(['en.okr.md', 'vi.okr.md']);
    match(cli.stdout, /^2 warnings.*\(2 files checked\)\.$/m);
    await cli.run(['en.okr.md', 'vi.okr.md'], { locale: 'vi_VN.UTF-8' });
    match(cli.stdout, /^2 cảnh báo.*\(đã kiểm tra 2 tệp\)\.$/m);
    await cli.run(['--lang', 'en', 'vi.okr.md'], { locale: 'vi_VN.UTF-8' });
    match(cli.stdout, /^1 warning.*\(1 file checked\)\.$/m);
    cli.write('good.okr.md', VI.replace(/KR 2: .*/, 'KR 2: Tăng điểm hài lòng từ 30 lên 45'));
    await cli.run(['--quiet', 'good.okr.md']);
    match(cli.stdout, /Không có gì cần nhắc, đã kiểm tra 1 tệp\./);
  });

  for (const args of [
    [],
    ['nowhere.md'],
    ['none/*.md'],
    ['--fix', '-'],
    ['--config', 'nowhere.yaml', 'vi.okr.md'],
    ['--format', 'xml', 'vi.okr.md'],
    ['--rule', 'no-such-rule=off', 'vi.okr.md'],
    ['--rule', 'kr-activty=off', 'vi.okr.md'],
    ['--rule', 'kr-activity=loud', 'vi.okr.md'],
    ['--max-warnings', 'many', 'vi.okr.md'],
    ['--max-warnings'],
    ['--nonsense', 'vi.okr.md'],
    ['--quite', 'vi.okr.md'],
    ['--explain', 'kr-activty'],
    ['--since', '-x', 'vi.okr.md'],
    ['outline'],
    ['export', '--preset', 'nobody', 'vi.okr.md'],
    ['export', '--format', 'json', '--preset', 'lark', 'vi.okr.md'],
    ['import', 'a.csv', 'b.csv'],
    ['import', 'nowhere.csv'],
  ])
    it(`answers "okrlint ${args.join(' ')}" in Vietnamese`, async () => {
      strictEqual(await cli.run(args, { locale: 'vi_VN.UTF-8' }), 2);
      const lines = cli.stderr.trim().split('\n');
      for (const line of lines) ok(ACCENTS.test(line), line);
      match(lines[0] ?? '', /^okrlint: /);
      ok(!/\b(?:error:|invalid|missing|Allowed|must be|there is no)\b/.test(cli.stderr), cli.stderr);
      ok(!/\{\w+\}/.test(cli.stderr), cli.stderr);
    });

  it('names files with trouble in Vietnamese', async () => {
    cli.write('bin.okr.md', 'a\0b');
    strictEqual(await cli.run(['bin.okr.md'], { locale: 'vi_VN' }), 2);
    strictEqual(cli.stderr, 'okrlint: bin.okr.md không phải tệp văn bản (có byte NUL).\n');
    await cli.run(['--format', 'github', '--lang', 'vi', 'bin.okr.md']);
    match(cli.stdout, /không phải tệp văn bản/);
  });

  it('has the same sentences with the same places in both languages', () => {
    const places = (texts: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [key, [...text.matchAll(/\{\w+\}/g)].map(String).sort()]),
      );
    deepStrictEqual(places(vi.says), places(en.says));
  });

  it('shows a fault of our own in one line', async () => {
    const io = {
      cwd: cli.cwd,
      error: (text: string) => (cli.stderr += text),
      colour: false,
      today: '2026-08-01',
    };
    const broken = () => {
      throw new Error('boom');
    };
    const code = await run(['en.okr.md'], { ...io, locale: 'vi_VN', out: broken, readStdin: broken });
    strictEqual(code, 2);
    match(cli.stderr, /^okrlint: lỗi của chính okrlint \(boom\)\./m);
  });
});
