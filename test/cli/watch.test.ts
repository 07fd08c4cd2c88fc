import { match, ok, strictEqual } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import { Cli, MENDED, WEAK } from './harness';

describe('okrlint --watch', function () {
  this.timeout(20_000);

  it('checks again when a file or the configuration changes, until it is ended', async () => {
    const cli = new Cli();
    try {
      cli.write('a.okr.md', WEAK);
      const control = new AbortController();
      const running = cli.run(['--watch', '.'], { signal: control.signal });
      const until = async (pattern: RegExp) => {
        for (let n = 0; n < 200 && !pattern.test(cli.stdout + cli.stderr); n++) await pause(50);
        match(cli.stdout + cli.stderr, pattern);
      };
      await until(/1 warning[\s\S]*watching for changes/);
      cli.stdout = '';
      cli.write('.okrlintrc.yaml', 'rules: { kr-activity: error }');
      await until(/1 error/);
      cli.stdout = '';
      cli.write('a.okr.md', MENDED);
      await until(/1 file checked/);
      ok(!cli.stdout.includes('1 error'));
      control.abort();
      strictEqual(await running, 0);
    } finally {
      cli.remove();
    }
  });
});
