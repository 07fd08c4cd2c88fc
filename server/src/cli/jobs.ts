/** Everything that is done with one file: reading, finding, fixing, writing. The same in every thread. */
import { mayBeOkr } from '../document';
import type { OkrLanguageService } from '../service';
import type { Unread } from '../service/unread';
import { fixText, type LintJob, lintText, optionsOf } from './lint-file';
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
  const checked = check(service, text, job);
  const { report, fixed } = checked;
  if (!report || fixed === undefined || job.fix !== 'write') return withDifference(checked, text);
  const reason = await replaceFile(file, bytes, encode(fixed, hasMark));
  return reason === undefined
    ? check(service, fixed, { ...job, fix: 'no' })
    : { report, trouble: { name, reason } };
}

/** The same for a text that is no file. */
export function runText(service: OkrLanguageService, text: string, job: FileJob): FileResult {
  return withDifference(check(service, text, job), text);
}

interface Checked extends Pick<FileResult, 'report' | 'trouble'> {
  /** The text after all fixes, where it differs. */
  readonly fixed?: string;
}

function check(service: OkrLanguageService, text: string, job: FileJob): Checked {
  const { name } = job;
  if (!mayBeOkr(text, optionsOf(job))) return { report: reportOf(name, []) };
  const report = lintText(service, text, job);
  if ('unread' in report) return { trouble: { name, reason: UNREAD[report.unread] } };
  const fixed = job.fix === 'no' || report.messages.length === 0 ? text : fixText(service, text, job);
  return fixed === text ? { report } : { report, fixed };
}

const UNREAD: Readonly<Record<Unread, string>> = {
  'not-text': 'is not a text file (it contains NUL bytes)',
  'too-large': 'is larger than 5 MB and was not checked. Split it into smaller files',
  'too-many-parts':
    'was not checked: it has tens of thousands of headings and lists. Split it into smaller files',
};

function withDifference({ report, trouble, fixed }: Checked, before: string): FileResult {
  if (!report) return trouble ? { trouble } : {};
  return fixed === undefined
    ? { report }
    : { report: reportOf(report.filePath, report.messages, fixed), before };
}
