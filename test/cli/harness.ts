import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CliIo } from '../../server/src/cli/io';
import { run } from '../../server/src/cli/run';

/** An OKR document with one activity, at line 6, column 9. */
export const WEAK = [
  '# OKRs Q3 2026',
  '',
  '## Objective 1: Restaurants reorder without being asked',
  '',
  '- KR 1: Raise the share of repeat orders from 22% to 35%',
  '- KR 2: Phone more restaurant owners',
  '',
].join('\n');

/** A key result with a fix that needs no thought: the hedge goes, the number says what is to be reached. */
export const HEDGED = WEAK.replace('Phone more restaurant owners', 'Try to reach 50 repeat orders a week');
export const MENDED = WEAK.replace('Phone more restaurant owners', 'Reach 50 repeat orders a week');

/** The command line in a folder of its own. */
export class Cli {
  readonly cwd = mkdtempSync(path.join(tmpdir(), 'okrlint-cli-'));
  stdout = '';
  stderr = '';

  /** Runs with these arguments, returns the exit code. */
  run(args: readonly string[], more: Partial<CliIo> & { stdin?: string } = {}): Promise<number> {
    this.stdout = '';
    this.stderr = '';
    return run(args, {
      cwd: this.cwd,
      out: (text) => {
        this.stdout += text;
      },
      error: (text) => {
        this.stderr += text;
      },
      readStdin: () => Promise.resolve(new TextEncoder().encode(more.stdin ?? '')),
      colour: false,
      today: '2026-08-01',
      ...more,
    });
  }

  path(name: string): string {
    return path.join(this.cwd, name);
  }

  write(name: string, content: string | Uint8Array): string {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** What `--format json` printed. */
  get reports(): {
    filePath: string;
    messages: { ruleId: string; severity: string; line: number }[];
    output?: string;
  }[] {
    return JSON.parse(this.stdout);
  }

  /** Severity of the activity in a file, as JSON reports it. */
  severityIn(file: string): string | undefined {
    const report = this.reports.find(({ filePath }) => filePath === file);
    return report?.messages.find(({ ruleId }) => ruleId === 'kr-activity')?.severity;
  }

  remove(): void {
    rmSync(this.cwd, { recursive: true, force: true });
  }
}
