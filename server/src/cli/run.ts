/** The `okrlint` command: parses arguments, runs a command, returns the exit code. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { closest } from '../config';
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
import { languageFor, type Said, said, say } from './texts';
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
  const program = new Command('okrlint')
    .description('Finds key results that are activities or cannot be measured, in Markdown OKR documents.')
    .version(VERSION)
    // Behind the name of a command stand that command's own options.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.error,
      outputError: (text, write) => write(usageError(text, language)),
    })
    .showHelpAfterError(say(language, said('help')))
    .argument('[files...]', 'Markdown files, folders or globs; - reads standard input')
    .optionsGroup('What to check:')
    .option('--config <file>', 'use this configuration instead of the nearest .okrlintrc')
    .option('--no-config', 'use no configuration file')
    .addOption(new Option('--profile <name>', 'whose judgement to follow').choices([...PROFILES]))
    .option('--rule <id=severity>', 'set the severity of a rule; may be repeated', ruleSetting(language), {})
    .option('--since <ref>', 'only findings on lines that changed since this git reference')
    .option('--stdin-filename <path>', 'the name that standard input goes by')
    .optionsGroup('What to print:')
    .addOption(
      new Option('-f, --format <name>', 'how to print findings')
        .choices(Object.keys(FORMATS))
        .default('stylish'),
    )
    .option('-o, --output-file <file>', 'write the report into a file')
    .addOption(new Option('--lang <language>', 'language of the messages').choices(['auto', ...LANGUAGES]))
    .option('--quiet', 'report errors and warnings only', false)
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings than this', wholeNumber(language))
    .option('--color', 'colour the output even when it is not a terminal')
    .option('--no-color', 'never colour the output')
    .optionsGroup('What to change:')
    .option('--fix', 'apply the fixes that need no thought')
    .option('--fix-dry-run', 'show what --fix would change')
    .optionsGroup('Other:')
    .option('--watch', 'check again whenever a file changes')
    .option('--init', 'write a commented .okrlintrc.yaml to start from')
    .option('--explain <rule>', 'tell what a rule finds and why')
    .option('--print-config <file>', 'print the settings that count for a file')
    .addHelpText(
      'after',
      '\nExit codes: 0 clean, 1 findings at error or too many warnings, 2 wrong usage or unreadable input.',
    )
    .action(async (files: string[], options: MainOptions) => done(await main(files, options, io)));
  program
    .command('outline')
    .description('print the objectives and key results that okrlint reads')
    .argument('<files...>', 'Markdown files, folders or globs; - reads standard input')
    .addOption(new Option('-f, --format <name>', 'how to print them').choices(['json']).default('json'))
    .option('--stdin-filename <path>', 'the name that standard input goes by')
    .exitOverride()
    .action(async (files: string[], _: unknown, command: Command) =>
      // The main command declares the options too and takes them if they stand before "outline".
      done(await outline(files, command.optsWithGlobals<MainOptions>(), io)),
    );
  addExchangeCommands(program, io, done);
  return program;
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
