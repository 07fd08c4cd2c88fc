/** The `okrlint` command: parses arguments, runs a command, returns the exit code. */
import { Command, CommanderError, type Help, InvalidArgumentError, Option } from 'commander';
import { closest } from '../config';
import { fill } from '../explain';
import { PROFILES, RULES, type SeveritySetting } from '../rules';
import { VERSION } from '../service/version';
import { LANGUAGES, type Language } from '../text/language';
import { addExchangeCommands } from './exchange-commands';
import { explain } from './explain-command';
import { FORMATS } from './formats';
import { init } from './init-command';
import { type CliIo, UsageError } from './io';
import { CLEAN, type LintOptions, lint, TROUBLE } from './lint-command';
import { outline } from './outline-command';
import { printConfig } from './print-config-command';
import { cliTexts, languageFor, type Said, said, say } from './texts';
import { usageError } from './usage-errors';
import { watchAndRun } from './watch-command';

const SEVERITIES: readonly SeveritySetting[] = ['off', 'hint', 'information', 'warning', 'error'];

interface MainOptions extends LintOptions {
  readonly init?: boolean;
  readonly explain?: string;
  readonly printConfig?: string;
  readonly watch?: boolean;
}

/**
 * Runs the command line. Exit codes: 0 clean, 1 findings at error (or more warnings than allowed), 2 wrong usage,
 * unreadable input or a fault of okrlint's own. Never throws.
 */
export async function run(args: readonly string[], given: CliIo): Promise<number> {
  const language = languageFor(args, given.locale);
  const io: CliIo = { ...given, language };
  let code = CLEAN;
  const program = describeProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : TROUBLE;
    io.error(`okrlint: ${say(language, complaintOf(error))}\n`);
    return TROUBLE;
  }
}

/** A fault of ours in one line; `OKRLINT_DEBUG` shows where it happened. */
function complaintOf(error: unknown): Said {
  if (error instanceof UsageError) return error.said;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const what = (process.env.OKRLINT_DEBUG ? stack : message) ?? message;
  return said('internalFault', { what });
}

function describeProgram(io: CliIo, done: (code: number) => void): Command {
  const { language = 'en' } = io;
  const { usage } = cliTexts(language);
  const { options, titles, commands } = usage;
  const program = new Command('okrlint')
    .description(usage.program)
    .version(VERSION, '-V, --version', usage.version)
    .helpOption('-h, --help', usage.helpOption)
    .configureHelp(helpIn(language))
    // Behind the name of a command stand that command's own options.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.error,
      outputError: (text, write) => write(usageError(text, language)),
    })
    .showHelpAfterError(say(language, said('help')))
    .argument('[files...]', usage.files)
    .optionsGroup(titles.check)
    .option('--config <file>', options.config)
    .option('--no-config', options.noConfig)
    .addOption(new Option('--profile <name>', options.profile).choices([...PROFILES]))
    .option('--rule <id=severity>', options.rule, ruleSetting(language), {})
    .option('--since <ref>', options.since)
    .option('--stdin-filename <path>', options.stdinFilename)
    .optionsGroup(titles.print)
    .addOption(
      new Option('-f, --format <name>', options.format).choices(Object.keys(FORMATS)).default('stylish'),
    )
    .option('-o, --output-file <file>', options.outputFile)
    .addOption(new Option('--lang <language>', options.lang).choices(['auto', ...LANGUAGES]))
    .option('--quiet', options.quiet, false)
    .option('--max-warnings <n>', options.maxWarnings, wholeNumber(language))
    .option('--color', options.color)
    .option('--no-color', options.noColor)
    .optionsGroup(titles.change)
    .option('--fix', options.fix)
    .option('--fix-dry-run', options.fixDryRun)
    .optionsGroup(titles.other)
    .option('--watch', options.watch)
    .option('--init', options.init)
    .option('--explain <rule>', options.explain)
    .option('--print-config <file>', options.printConfig)
    .addHelpText('after', `\n${usage.exitCodes}`)
    .action(async (files: string[], given: MainOptions) => done(await main(files, given, io)));
  program
    .command('outline')
    .description(commands.outline)
    .helpOption('-h, --help', usage.helpOption)
    .argument('<files...>', usage.files)
    .addOption(new Option('-f, --format <name>', options.outlineFormat).choices(['json']).default('json'))
    .option('--stdin-filename <path>', options.stdinFilename)
    .exitOverride()
    .action(async (files: string[], _: unknown, command: Command) =>
      // The main command declares the options too and takes them if they stand before "outline".
      done(await outline(files, command.optsWithGlobals<MainOptions>(), io)),
    );
  addExchangeCommands(program, io, done);
  return program;
}

/** Help in the reader's language: commander knows its own words in English alone. */
function helpIn(language: Language): Partial<Help> {
  const { titles, choices, default: usual } = cliTexts(language).usage;
  const known: Readonly<Record<string, string>> = {
    'Usage:': titles.usage,
    'Arguments:': titles.arguments,
    'Options:': titles.options,
    'Commands:': titles.commands,
  };
  return {
    styleTitle: (title) => known[title] ?? title,
    optionDescription: ({ description, argChoices, defaultValue }) => {
      const notes = [
        ...(argChoices ? [fill(choices, { choices: argChoices.join(', ') })] : []),
        ...(typeof defaultValue === 'string' ? [fill(usual, { value: defaultValue })] : []),
      ];
      return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
    },
  };
}

async function main(files: readonly string[], options: MainOptions, io: CliIo): Promise<number> {
  const { language = 'en' } = io;
  if (options.init) return init(language, io);
  if (options.explain !== undefined)
    return explain(options.explain, language, options.color ?? io.colour, io);
  if (options.printConfig !== undefined) return printConfig(options.printConfig, options, io);
  if (!options.watch) return lint(files, options, io);
  return watchAndRun(files, io, async () => {
    try {
      return await lint(files, options, io);
    } catch (error) {
      // While watching, a file that is gone or a broken option of a configuration is no reason to end.
      if (!(error instanceof UsageError) || files.length === 0) throw error;
      io.error(`okrlint: ${say(io.language ?? 'en', error.said)}\n`);
      return TROUBLE;
    }
  });
}

function wholeNumber(language: Language) {
  return (value: string): number => {
    if (!/^\d+$/.test(value)) throw new InvalidArgumentError(say(language, said('wholeNumber')));
    return Number(value);
  };
}

function ruleSetting(language: Language) {
  const refuse = (key: Said['key'], values: Said['values']) =>
    new InvalidArgumentError(say(language, said(key, values)));
  return (value: string, previous: Record<string, SeveritySetting>): Record<string, SeveritySetting> => {
    const [id = '', severity = ''] = value.split('=', 2);
    const ids = RULES.map((rule) => rule.id);
    if (!ids.includes(id)) {
      const near = closest(id, ids);
      throw refuse('noSuchRule', { name: id, hint: near ? said('didYouMean', { name: near }) : '' });
    }
    const setting = SEVERITIES.find((one) => one === severity);
    if (!setting) throw refuse('severityChoice', { choices: SEVERITIES.join(', ') });
    return { ...previous, [id]: setting };
  };
}
