import type { Runner, Test } from 'mocha';
import * as vscode from 'vscode';

/** Begins every line of the report, to tell it from what VS Code logs. See lib/host-run.mjs. */
const MARK = 'okrlint-e2e|';

/** Mocha reporter for an extension host, where the console is all there is. Its last line holds the counts. */
export class ConsoleReporter {
  private depth = 0;

  constructor(runner: Runner) {
    const failures: { test: Test; error: Error }[] = [];
    const counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on('start', () => this.print(`VS Code ${vscode.version}, ${extensionHost()} extension host`));
    runner.on('suite', (suite) => {
      if (!suite.root) this.print(suite.title);
      this.depth++;
    });
    runner.on('suite end', () => {
      this.depth--;
    });
    runner.on('pass', (test) => {
      counts.passed++;
      this.print(`✓ ${test.title} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      this.print(`- ${test.title}`);
    });
    runner.on('fail', (test, error: Error) => {
      counts.failed++;
      failures.push({ test, error });
      this.print(`${counts.failed}) ${test.title}`);
    });
    runner.on('end', () => {
      this.depth = 0;
      for (const [index, { test, error }] of failures.entries()) {
        this.print('');
        this.print(`${index + 1}) ${test.fullTitle()}`);
        for (const line of (error.stack ?? error.message).split('\n')) this.print(`   ${line}`);
      }
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
      this.print(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
    });
  }

  private print(line: string): void {
    console.log(`${MARK}${'  '.repeat(Math.max(0, this.depth - 1))}${line}`);
  }
}

/** `web` or `Node.js`; lib/host-run.mjs checks that the run got the one it asked for. */
function extensionHost(): string {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node ? 'Node.js' : 'web';
}
