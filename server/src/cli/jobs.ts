/** Everything that is done with one file: reading, finding, fixing, writing. The same in every thread. */
import { mayBeOkr } from '../document';
import type { OkrLanguageService } from '../service';
import { fixText, type LintJob, lintText } from './lint-file';
import { type FileReport, reportOf, type Trouble } from './report';
import { encode, readText } from './text-files';
import { replaceFile } from './write-file';

export type FixMode = 'no' | 'write' | 'show';

export interface FileJob extends LintJob {
  /** Absolute path of the file. */
  readonly file: string;
  readonly fix: FixMode;
}

export interface FileResult {
  readonly report?: FileReport;
  readonly trouble?: Trouble;
  /** The text before fixing, where `--fix-dry-run` wants to show the difference. */
  readonly before?: string;
}

export async function runJob(service: OkrLanguageService, job: FileJob): Promise<FileResult> {
  const { name, file } = job;
  const read = await readText(file);
  if ('reason' in read) return { trouble: { name, reason: read.reason } };
  const { text, hasMark, bytes } = read;
  const { report, fixed } = check(service, text, job);
  if (fixed === undefined || job.fix !== 'write') return withDifference(report, text, fixed);
  const reason = await replaceFile(file, bytes, encode(fixed, hasMark));
  return reason === undefined
    ? { report: lintText(service, fixed, job) }
    : { report, trouble: { name, reason } };
}

/** The same for a text that is no file. */
export function runText(service: OkrLanguageService, text: string, job: FileJob): FileResult {
  const { report, fixed } = check(service, text, job);
  return withDifference(report, text, fixed);
}

function check(
  service: OkrLanguageService,
  text: string,
  job: FileJob,
): { readonly report: FileReport; readonly fixed?: string } {
  const { path, force } = job;
  const options = { ...(path === '' ? {} : { path }), ...(force === undefined ? {} : { force }) };
  if (!mayBeOkr(text, options)) return { report: reportOf(job.name, []) };
  const report = lintText(service, text, job);
  const fixed = job.fix === 'no' || report.messages.length === 0 ? text : fixText(service, text, job);
  return fixed === text ? { report } : { report, fixed };
}

function withDifference(report: FileReport, before: string, fixed: string | undefined): FileResult {
  return fixed === undefined
    ? { report }
    : { report: reportOf(report.filePath, report.messages, fixed), before };
}
