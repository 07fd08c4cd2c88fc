/** The `okrlint` command: parses arguments, runs a command, returns the exit code. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { PROFILES, type ProfileId, RULES } from '../rules';
import type { SeveritySetting } from '../rules/rule';
import type { LintSettings } from '../service';
import { VERSION } from '../service/version';
import { LANGUAGES } from '../text/language';
import { addExchangeCommands } from './exchange-commands';
import { FORMATS, type FormatName } from './format';
import { type InputResult, isUnreadable, readInputs } from './inputs';
import { type CliIo, UsageError } from './io';
import { type FileReport, lintAll } from './lint-command';
import { outlineAll } from './outline-command';

const CLEAN = 0;
const FINDINGS = 1;
const TROUBLE = 2;
const SEVERITIES: readonly SeveritySetting[] = ['off', 'hint', 'information', 'warning', 'error'];

interface LintArguments {
  format: FormatName;
  maxWarnings?: number;
  profile: ProfileId;
  rule: Record<string, SeveritySetting>;
  lang: LintSettings['language'];
  quiet: boolean;
  color?: boolean;
  stdinFilename?: string;
}

/**
 * Runs the command line. Exit codes: 0 clean, 1 findings at error (or more warnings than allowed), 2 wrong usage,
 * unreadable input or a fault of okrlint's own. Never throws.
 */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  let code = CLEAN;
  const program = describeProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : TROUBLE;
    if (error instanceof UsageError) io.error(`okrlint: ${error.message}\n`);
    else
      io.error(
        `okrlint: internal fault, please report it: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
    return TROUBLE;
  }
}

function describeProgram(io: CliIo, done: (code: number) => void): Command {
  const program = new Command('okrlint')
    .description('Finds key results that are activities or cannot be measured, in Markdown OKR documents.')
    .version(VERSION)
    // Behind the name of a command stand that command's own options.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.error })
    .showHelpAfterError('(okrlint --help lists the options)')
    .argument('[files...]', 'Markdown files, folders or globs; - reads standard input')
    .addOption(
      new Option('-f, --format <name>', 'how to print findings')
        .choices(Object.keys(FORMATS))
        .default('stylish'),
    )
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings than this', wholeNumber)
    .addOption(
      new Option('--profile <name>', 'whose judgement to follow').choices([...PROFILES]).default('source'),
    )
    .option('--rule <id=severity>', 'set the severity of a rule; may be repeated', ruleSetting, {})
    .addOption(
      new Option('--lang <language>', 'language of the messages')
        .choices(['auto', ...LANGUAGES])
        .default('auto'),
    )
    .option('--quiet', 'report errors and warnings only', false)
    .option('--color', 'colour the output even when it is not a terminal')
    .option('--no-color', 'never colour the output')
    .option('--stdin-filename <path>', 'the name that standard input goes by')
    .addHelpText(
      'after',
      '\nExit codes: 0 clean, 1 findings at error or too many warnings, 2 wrong usage or unreadable input.',
    )
    .action(async (files: string[], options: LintArguments) => done(await lint(files, options, io)));
  program
    .command('outline')
    .description('print the objectives and key results that okrlint reads')
    .argument('<files...>', 'Markdown files, folders or globs; - reads standard input')
    .addOption(new Option('-f, --format <name>', 'how to print them').choices(['json']).default('json'))
    .option('--stdin-filename <path>', 'the name that standard input goes by')
    .exitOverride()
    .action(async (files: string[], _: unknown, command: Command) =>
      // The main command declares the option too and takes it if it stands before "outline".
      done(await outline(files, command.optsWithGlobals<{ stdinFilename?: string }>().stdinFilename, io)),
    );
  addExchangeCommands(program, io, done);
  return program;
}

async function lint(files: readonly string[], options: LintArguments, io: CliIo): Promise<number> {
  if (files.length === 0)
    throw new UsageError('name the files, folders or globs to check, or - for standard input.');
  const inputs = await readInputs(files, options.stdinFilename, io);
  const trouble = reportUnreadable(inputs, io);
  const settings: LintSettings = { profile: options.profile, rules: options.rule, language: options.lang };
  const reports = lintAll(inputs, { settings, quiet: options.quiet, today: io.today });
  io.out(FORMATS[options.format](reports, options.color ?? io.colour));
  return trouble ? TROUBLE : verdict(reports, options.maxWarnings);
}

function verdict(reports: readonly FileReport[], maxWarnings: number | undefined): number {
  const sum = (count: (report: FileReport) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  const tooMany = maxWarnings !== undefined && sum(({ warningCount }) => warningCount) > maxWarnings;
  return tooMany || sum(({ errorCount }) => errorCount) > 0 ? FINDINGS : CLEAN;
}

async function outline(
  files: readonly string[],
  stdinFilename: string | undefined,
  io: CliIo,
): Promise<number> {
  const inputs = await readInputs(files, stdinFilename, io);
  const trouble = reportUnreadable(inputs, io);
  io.out(`${JSON.stringify(outlineAll(inputs), null, 2)}\n`);
  return trouble ? TROUBLE : CLEAN;
}

function reportUnreadable(inputs: readonly InputResult[], io: CliIo): boolean {
  const unreadable = inputs.filter(isUnreadable);
  for (const { name, reason } of unreadable) io.error(`okrlint: ${name} ${reason}.\n`);
  return unreadable.length > 0;
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(value);
}

function ruleSetting(
  value: string,
  previous: Record<string, SeveritySetting>,
): Record<string, SeveritySetting> {
  const [id = '', severity = ''] = value.split('=', 2);
  const known = RULES.some((rule) => rule.id === id);
  if (!known) throw new InvalidArgumentError(`There is no rule "${id}".`);
  const setting = SEVERITIES.find((one) => one === severity);
  if (!setting) throw new InvalidArgumentError(`The severity must be one of ${SEVERITIES.join(', ')}.`);
  return { ...previous, [id]: setting };
}
