/**
 * The findings that need to know other files: references between objectives. Files are checked one by one, in several
 * threads; only where one of them refers to an objective are they looked at together, as the editor does.
 */
import { type AlignmentIndex, createAlignmentIndex } from '../alignment';
import { mayBeOkr } from '../document';
import type { OkrDocument } from '../document/model';
import { createOkrLanguageService, type OkrLanguageService } from '../service';
import type { FileJob, FileResult } from './jobs';
import { messagesOf, optionsOf } from './lint-file';
import { reportOf } from './report';
import { readText } from './text-files';

/** A file or text that has been checked alone. */
export interface Checked {
  readonly job: FileJob;
  readonly result: FileResult;
  /** Where it is no file. */
  readonly text?: string;
}

/**
 * The results with findings about references.
 * @param others the Markdown files of the working directory, asked for only where a reference leads nowhere so far
 */
export async function withReferences(
  checked: readonly Checked[],
  others: () => Promise<readonly FileJob[]>,
): Promise<FileResult[]> {
  if (!checked.some(({ result }) => result.refers)) return checked.map(({ result }) => result);
  const service = createOkrLanguageService();
  const index = createAlignmentIndex();
  const documents = new Map<FileJob, OkrDocument>();
  for (const { job, text } of checked) {
    const document = await readInto(index, service, job, text);
    if (document) documents.set(job, document);
  }
  if ([...documents.keys()].some((job) => index.dangling(nameOf(job)).length > 0)) {
    const known = new Set(index.names());
    for (const job of await others()) if (!known.has(nameOf(job))) await readInto(index, service, job);
  }
  return checked.map(({ job, result }) => {
    const document = documents.get(job);
    if (!document || !result.report) return result;
    const { filePath, output } = result.report;
    const messages = messagesOf(service, document, job, { index, document: nameOf(job) });
    return { ...result, report: reportOf(filePath, messages, output) };
  });
}

/** By what name the index knows a text; one without a name has no neighbours. */
const nameOf = ({ path, name }: FileJob) => (path === '' ? name : path);

/** The document of a job if it holds OKRs. What cannot be read was reported when it was checked. */
async function readInto(
  index: AlignmentIndex,
  service: OkrLanguageService,
  job: FileJob,
  given?: string,
): Promise<OkrDocument | undefined> {
  const read = given === undefined ? await readText(job.file) : { text: given };
  if ('reason' in read || !mayBeOkr(read.text, optionsOf(job))) return undefined;
  const document = service.read(read.text, optionsOf(job));
  if (!document.recognition.isOkr) return undefined;
  index.update(nameOf(job), document);
  return document;
}
