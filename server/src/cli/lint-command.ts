/** `okrlint FILES`: findings of every input, fixed where asked, filtered as options say. */
import { resolve } from 'node:path';
import { createOkrLanguageService } from '../service';
import type { Language } from '../text/language';
import { type Checked, withReferences } from './alignment';
import { CliConfigs, type SettingOptions } from './configs';
import { FORMATS, type FormatName } from './formats';
import { findInputs, type InputFile, slashed } from './inputs';
import { type CliIo, tell, UsageError } from './io';
import { type FileJob, type FileResult, type FixMode, runText } from './jobs';
import { runJobs } from './pool';
import { withProgress } from './progress';
import { type FileReport, type Message, reportOf, type Trouble } from './report';
import { changedSince } from './since';
import { decode } from './text-files';
import { say } from './texts';
import { unifiedDiff } from './unified-diff';
import { writeWhole } from './write-file';

export const CLEAN = 0;
export const FINDINGS = 1;
export const TROUBLE = 2;

export interface LintOptions extends SettingOptions {
  readonly format: FormatName;
  readonly outputFile?: string;
  readonly maxWarnings?: number;
  readonly quiet: boolean;
  readonly color?: boolean;
  readonly stdinFilename?: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly since?: string;
}

/** One run over all inputs; prints its report and returns the exit code. */
export async function lint(args: readonly string[], options: LintOptions, io: CliIo): Promise<number> {
  if (args.length === 0) throw new UsageError('nameFiles');
  const fix: FixMode = options.fixDryRun ? 'show' : options.fix ? 'write' : 'no';
  const inputs = await findInputs(args, io);
  if (inputs.stdin && fix === 'write') throw new UsageError('fixStdin');
  const configs = new CliConfigs(io.cwd, options, io.language);
  const jobs = await jobsOf(inputs.files, configs, options, fix, io);
  const stdin = inputs.stdin ? await lintStdin(configs, options, fix, io) : [];
  const bad = complain(configs, inputs.ignored, io);
  if (bad) return TROUBLE;

  const results = await withProgress(io.progress, jobs.length, (done) => runJobs(jobs, io.threads, done));
  const checked = [...jobs.map((job, n): Checked => ({ job, result: results[n] ?? {} })), ...stdin];
  const all = await withReferences(checked, () => neighbours(configs, options, io));
  const unsaid = all.flatMap((result) => result.trouble ?? []);
  for (const { name, reason } of unsaid) tell(io, 'trouble', { file: name, reason });
  const trouble = unsaid.map(({ name, reason }) => ({ name, reason: say(io.language ?? 'en', reason) }));
  const reports = await filtered(all, options, io);
  await print(reports, all, trouble, options, io);
  return trouble.length > 0 ? TROUBLE : verdict(reports, options.maxWarnings);
}

/** The Markdown files of the working directory: whom a checked file may refer to. */
async function neighbours(configs: CliConfigs, options: LintOptions, io: CliIo): Promise<FileJob[]> {
  return jobsOf((await findInputs(['.'], io)).files, configs, options, 'no', io);
}

/** Jobs of the files that configuration does not leave out. */
async function jobsOf(
  files: readonly InputFile[],
  configs: CliConfigs,
  options: LintOptions,
  fix: FixMode,
  io: CliIo,
): Promise<FileJob[]> {
  const jobs = await Promise.all(
    files.map(async ({ path, name }): Promise<FileJob[]> => {
      const { settings, force } = await configs.for(path);
      if (force === false) return [];
      const job = { ...baseJob(options, fix, io), name, file: path, path: slashed(path), settings };
      return [force === undefined ? job : { ...job, force }];
    }),
  );
  return jobs.flat();
}

function baseJob({ format }: LintOptions, fix: FixMode, { today }: CliIo) {
  return { today, fix, suggestions: format === 'json' };
}

async function lintStdin(
  configs: CliConfigs,
  options: LintOptions,
  fix: FixMode,
  io: CliIo,
): Promise<Checked[]> {
  const { stdinFilename } = options;
  const name = stdinFilename ?? '<stdin>';
  const path = stdinFilename === undefined ? '' : resolve(io.cwd, stdinFilename);
  const { settings, force } = await configs.for(path === '' ? resolve(io.cwd, 'stdin') : path);
  const own = { ...baseJob(options, fix, io), name, file: '', path: slashed(path), settings };
  const job: FileJob = force === undefined ? own : { ...own, force };
  if (force === false) return [{ job, result: { report: reportOf(name, []) } }];
  const read = decode(await io.readStdin());
  if ('reason' in read) return [{ job, result: { trouble: { name, reason: read.reason } } }];
  const { text } = read;
  return [{ job, result: runText(createOkrLanguageService(), text, job), text }];
}

/** Says what is wrong with configurations and what was left out; true if a configuration cannot be used. */
function complain(configs: CliConfigs, ignored: readonly string[], io: CliIo): boolean {
  for (const name of ignored) tell(io, 'leftOut', { file: name });
  for (const { line } of configs.problems) io.error(`okrlint: ${line}\n`);
  return configs.problems.some(({ severity }) => severity === 'error');
}

/** The reports without what options leave out. */
async function filtered(
  results: readonly FileResult[],
  { quiet, since }: LintOptions,
  io: CliIo,
): Promise<FileReport[]> {
  const reports = results.flatMap(({ report }) => report ?? []);
  const loud = ({ severity }: Message) => severity === 'error' || severity === 'warning';
  const kept = reports.map((report) =>
    quiet ? reportOf(report.filePath, report.messages.filter(loud), report.output) : report,
  );
  return since === undefined ? kept : changedSince(since, kept, io.cwd);
}

async function print(
  reports: readonly FileReport[],
  results: readonly FileResult[],
  trouble: readonly Trouble[],
  options: LintOptions,
  io: CliIo,
): Promise<void> {
  const { format, outputFile, color } = options;
  const colour = outputFile === undefined && (color ?? io.colour);
  let text = FORMATS[format](reports, { colour, trouble, language: readerOf(results, options, io) });
  if (format === 'stylish') text = results.map((result) => difference(result)).join('') + text;
  if (outputFile === undefined) io.out(text);
  else await writeReport(resolve(io.cwd, outputFile), outputFile, text);
}

/** Whoever asks for no language is answered in that of the documents, if they have one in common. */
function readerOf(results: readonly FileResult[], { lang }: LintOptions, { language }: CliIo): Language {
  if (lang !== undefined && lang !== 'auto') return lang;
  const found = new Set(results.flatMap((result) => result.language ?? []));
  const [common] = found;
  return found.size === 1 && common ? common : (language ?? 'en');
}

/** What fixing would change, for people. */
function difference({ report, before }: FileResult): string {
  if (report?.output === undefined || before === undefined) return '';
  return `${unifiedDiff(report.filePath, before, report.output)}\n`;
}

async function writeReport(path: string, name: string, text: string): Promise<void> {
  const reason = await writeWhole(path, text);
  if (reason !== undefined) throw new UsageError('outputFile', { file: name, reason });
}

function verdict(reports: readonly FileReport[], maxWarnings: number | undefined): number {
  const sum = (count: (report: FileReport) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  const tooMany = maxWarnings !== undefined && sum(({ warningCount }) => warningCount) > maxWarnings;
  return tooMany || sum(({ errorCount }) => errorCount) > 0 ? FINDINGS : CLEAN;
}
