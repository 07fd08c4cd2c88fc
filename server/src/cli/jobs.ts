/** Everything that is done with one file: reading, finding, fixing, writing. The same in every thread. */
import { mayBeOkr } from '../document';
import type { OkrLanguageService } from '../service';
import type { Unread } from '../service/unread';
import type { Language } from '../text/language';
import { fixText, type LintJob, lintText, optionsOf } from './lint-file';
import { type FileReport, reportOf, type UnsaidTrouble } from './report';
import { encode, readText } from './text-files';
import { type Said, said } from './texts';
import { replaceFile } from './write-file';

export type FixMode = 'no' | 'write' | 'show';

export interface FileJob extends LintJob {
  /** Absolute path of the file. */
  readonly file: string;
  readonly fix: FixMode;
}

export interface FileResult {
  readonly report?: FileReport;
  readonly trouble?: UnsaidTrouble;
  /** Of the document, where it holds OKRs. */
  readonly language?: Language;
  /** It refers to objectives, perhaps of other files. */
  readonly refers?: boolean;
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

interface Checked extends Pick<FileResult, 'report' | 'trouble' | 'language' | 'refers'> {
  /** The text after all fixes, where it differs. */
  readonly fixed?: string;
}

function check(service: OkrLanguageService, text: string, job: FileJob): Checked {
  const { name } = job;
  if (!mayBeOkr(text, optionsOf(job))) return { report: reportOf(name, []) };
  const linted = lintText(service, text, job);
  if ('unread' in linted) return { trouble: { name, reason: said(UNREAD[linted.unread]) } };
  const { report } = linted;
  const fixed = job.fix === 'no' || report.messages.length === 0 ? text : fixText(service, text, job);
  return fixed === text ? linted : { ...linted, fixed };
}

const UNREAD: Readonly<Record<Unread, Said['key']>> = {
  'not-text': 'notText',
  'too-large': 'tooLarge',
  'too-many-parts': 'tooManyParts',
};

function withDifference({ fixed, ...result }: Checked, before: string): FileResult {
  const { report } = result;
  if (!report || fixed === undefined) return result;
  return { ...result, report: reportOf(report.filePath, report.messages, fixed), before };
}
