/** `--since REF`: only findings on lines that changed since a git reference. Git is called without a shell. */
import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from './io';
import { type FileReport, reportOf } from './report';
import { type Said, said } from './texts';

const run = promisify(execFile);

/** Lines, from 1, as `[first, last]`. */
type Lines = readonly (readonly [number, number])[];

/**
 * The reports with only the findings that touch lines which differ between the files as they are and the point where
 * their history left `ref`. New files count whole.
 * @throws UsageError where git is missing, the file is in no repository or the reference is unknown
 */
export async function changedSince(
  ref: string,
  reports: readonly FileReport[],
  cwd: string,
): Promise<FileReport[]> {
  const repositories = new Map<string, Promise<Repository>>();
  const repositoryOf = (folder: string) => {
    const known = repositories.get(folder) ?? Repository.open(folder, ref);
    repositories.set(folder, known);
    return known;
  };
  await repositoryOf(cwd);
  return Promise.all(
    reports.map(async (report) => {
      if (report.messages.length === 0) return report;
      const path = resolve(cwd, report.filePath);
      const changed = await (await repositoryOf(dirname(path))).changedLines(path);
      const messages = report.messages.filter(({ line, endLine }) =>
        changed.some(([first, last]) => line <= last && endLine >= first),
      );
      return reportOf(report.filePath, messages, report.output);
    }),
  );
}

const WHOLE: Lines = [[1, Number.POSITIVE_INFINITY]];

class Repository {
  private constructor(
    private readonly top: string,
    private readonly base: string,
    private readonly changed: ReadonlySet<string>,
    private readonly untracked: ReadonlySet<string>,
  ) {}

  static async open(folder: string, ref: string): Promise<Repository> {
    // A reference that begins with a dash would be an option.
    if (ref === '' || ref.startsWith('-')) throw new UsageError('sinceNoReference', { ref });
    const top = (
      await git(folder, ['rev-parse', '--show-toplevel'], said('sinceNoRepository', { folder }))
    ).trim();
    const commit = await git(
      top,
      ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`],
      said('sinceUnknown', { ref }),
    );
    const base = await git(top, ['merge-base', commit.trim(), 'HEAD'], said('sinceNoHistory', { ref }));
    const changed = await git(top, ['diff', '--name-only', '-z', base.trim()]);
    const untracked = await git(top, ['ls-files', '--others', '--exclude-standard', '-z']);
    return new Repository(top, base.trim(), names(top, changed), names(top, untracked));
  }

  async changedLines(path: string): Promise<Lines> {
    if (this.untracked.has(path)) return WHOLE;
    if (!this.changed.has(path)) return [];
    const diff = await git(this.top, ['diff', '--unified=0', '--no-renames', this.base, '--', path]);
    return hunks(diff);
  }
}

function names(top: string, list: string): ReadonlySet<string> {
  return new Set(
    list
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => resolve(top, name)),
  );
}

/** The new lines of each hunk; where lines were only taken away, the two around the gap. */
export function hunks(diff: string): Lines {
  return [...diff.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count]) => {
    const first = Number(start);
    const length = count === undefined ? 1 : Number(count);
    return length === 0 ? [first, first + 1] : [first, first + length - 1];
  });
}

/** What git prints. The repository's own settings may name programs to run; those are not wanted here. */
async function git(cwd: string, args: readonly string[], onFailure?: Said): Promise<string> {
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-pager'];
  const [command, ...rest] = args;
  const own = command === 'diff' ? ['diff', '--no-ext-diff', '--no-textconv', '--no-color'] : [command ?? ''];
  try {
    const { stdout } = await run('git', [...safe, ...own, ...rest], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    });
    return stdout;
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') throw new UsageError('sinceNoGit');
    const words = (stderr ?? '').trim().split('\n', 1)[0] ?? '';
    const { key, values } = onFailure ?? said('sinceFailed', { reason: words || String(code) });
    throw new UsageError(key, values);
  }
}
