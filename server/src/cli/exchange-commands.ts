/** `okrlint export` and `okrlint import`: OKR documents for and from other tools. */
import { readFile, writeFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type ExportedDocument,
  ImportError,
  importRows,
  PRESETS,
  presetOf,
  type Row,
  rowsOf,
  toCsv,
  toHtml,
  toJson,
  toMarkdown,
} from '../exchange';
import { createOkrLanguageService, type DocumentRequest } from '../service';
import { type CliIo, tell, UsageError } from './io';
import { type Input, type InputOptions, readInputs } from './read-inputs';
import { cliTexts } from './texts';

const CLEAN = 0;
const INCOMPLETE = 1;
const TROUBLE = 2;

type ExportFormat = 'csv' | 'json' | 'html';

interface ExportOptions extends InputOptions {
  readonly format: ExportFormat;
  readonly preset?: string;
  readonly output?: string;
}

interface ImportOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** Adds both commands to the program. `done` is told the exit code. */
export function addExchangeCommands(program: Command, io: CliIo, done: (code: number) => void): void {
  const { usage } = cliTexts(io.language ?? 'en');
  const { options: about, commands } = usage;
  program
    .command('export')
    .description(commands.export)
    .helpOption('-h, --help', usage.helpOption)
    .argument('<files...>', usage.files)
    .addOption(
      new Option('-f, --format <name>', about.exportFormat).choices(['csv', 'json', 'html']).default('csv'),
    )
    .addOption(new Option('--preset <tool>', about.preset).choices(PRESETS.map(({ id }) => id)))
    .option('-o, --output <file>', about.output)
    .option('--stdin-filename <path>', about.stdinFilename)
    .exitOverride()
    .action(async (files: string[], options: ExportOptions, command: Command) => {
      // The main command has options of the same names and takes those that stand before "export".
      done(await exportAll(files, { ...command.optsWithGlobals<ExportOptions>(), ...options }, io));
    });
  program
    .command('import')
    .description(commands.import)
    .helpOption('-h, --help', usage.helpOption)
    .argument('<file>', commands.table)
    .option('-o, --output <file>', about.outputNew)
    .option('--force', about.force)
    .exitOverride()
    .action(async (file: string, options: ImportOptions) => done(await importOne(file, options, io)));
}

async function exportAll(files: readonly string[], options: ExportOptions, io: CliIo): Promise<number> {
  if (options.preset !== undefined && options.format !== 'csv') throw new UsageError('presetCsv');
  const { inputs, trouble } = await readInputs(files, options, io);
  const text = exported(inputs, options, io);
  await put(text, options.output, { replace: true }, io);
  return trouble ? TROUBLE : CLEAN;
}

function exported(inputs: readonly Input[], { format, preset }: ExportOptions, io: CliIo): string {
  const service = createOkrLanguageService();
  const rows: Row[] = [];
  const documents: ExportedDocument[] = [];
  for (const { name, text, settings, options } of inputs) {
    const document = service.read(text, options);
    if (!document.recognition.isOkr) continue;
    const where = options.path === undefined ? {} : { path: options.path };
    const request: DocumentRequest = { document, settings, today: io.today, ...where };
    if (format === 'csv') rows.push(...rowsOf(service, request));
    else documents.push({ ...service.scorecard(request), file: name.split(sep).join('/') });
  }
  if (rows.length === 0 && documents.length === 0) tell(io, 'noOkrDocument');
  if (format === 'json') return toJson(documents);
  if (format === 'html') return toHtml(documents, io.today);
  return toCsv(withUniqueIds(rows), preset === undefined ? undefined : presetOf(preset));
}

/** Ids are unique within a document; over several files a row must still be found by its id. */
function withUniqueIds(rows: readonly Row[]): Row[] {
  const taken = new Set<string>();
  let renamed = new Map<string, string>();
  return rows.map((row) => {
    let id = row.id;
    for (let n = 2; taken.has(id); n++) id = `${row.id}-${n}`;
    taken.add(id);
    // An objective begins a group of its own: names given before mean other items.
    if (row.type === 'objective') renamed = new Map();
    if (id !== row.id) renamed.set(row.id, id);
    const parent = row.type === 'objective' ? row.parent_id : (renamed.get(row.parent_id) ?? row.parent_id);
    return { ...row, id, parent_id: parent };
  });
}

async function importOne(file: string, { output, force = false }: ImportOptions, io: CliIo): Promise<number> {
  const name = file === '-' ? 'standard input' : file;
  const text = decode(file === '-' ? await io.readStdin() : await read(file, io), name);
  let imported: ReturnType<typeof importRows>;
  try {
    imported = importRows(text);
  } catch (error) {
    if (error instanceof ImportError)
      throw new UsageError('cannotImport', { file: name, reason: error.message });
    throw error;
  }
  if (imported.rows.length === 0) throw new UsageError('noRows', { file: name });
  const markdown = toMarkdown(createOkrLanguageService(), imported.rows, io.today);
  await put(markdown.text, output, { replace: force }, io);
  for (const { line, message } of imported.problems) io.error(`okrlint: ${name}:${line}: ${message}\n`);
  for (const { line, message } of markdown.problems)
    io.error(`okrlint: ${output ?? 'the document'}:${line}: ${message}\n`);
  return imported.problems.length + markdown.problems.length > 0 ? INCOMPLETE : CLEAN;
}

async function read(file: string, io: CliIo): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.cwd, file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError('cannotRead', { file, code });
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('csvEncoding', { file: name });
  }
}

async function put(
  text: string,
  output: string | undefined,
  { replace }: { readonly replace: boolean },
  io: CliIo,
): Promise<void> {
  if (output === undefined) {
    io.out(text);
    return;
  }
  const path = resolve(io.cwd, output);
  try {
    await writeFile(path, text, { flag: replace ? 'w' : 'wx' });
    tell(io, 'wrote', { file: relative(io.cwd, path) || path });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UsageError('outputExists', { file: output });
    throw new UsageError('cannotWrite', { file: output, code: code ?? String(error) });
  }
}
