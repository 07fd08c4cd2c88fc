/** `okrlint outline FILES`: what okrlint reads in each file. */

import { resolve } from 'node:path';
import type { Field, FieldName, Item, Located } from '../document/model';
import { createOkrLanguageService, type OkrDocument, type OkrLanguageService } from '../service';
import type { Quantity, StatementFacts } from '../statement/facts';
import { CliConfigs, type SettingOptions } from './configs';
import { findInputs, slashed } from './inputs';
import type { CliIo } from './io';
import { CLEAN, TROUBLE } from './lint-command';
import { decode, readText } from './text-files';

export interface FileOutline {
  readonly filePath: string;
  readonly isOkrDocument: boolean;
  readonly objectives: readonly ObjectiveOutline[];
}

interface ObjectiveOutline {
  /** From 1. */
  readonly line: number;
  readonly title: string;
  readonly keyResults: readonly KeyResultOutline[];
}

/** `null` where the text says nothing; numbers where it is one, else the words as written. */
interface KeyResultOutline {
  readonly line: number;
  readonly text: string;
  readonly kind: string;
  readonly baseline: number | string | null;
  readonly target: number | string | null;
  readonly current: number | string | null;
  readonly unit: string | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly score: number | string | null;
}

export interface OutlineOptions extends SettingOptions {
  readonly stdinFilename?: string;
}

/** Prints the outline of every input as JSON and returns the exit code. */
export async function outline(args: readonly string[], options: OutlineOptions, io: CliIo): Promise<number> {
  const inputs = await findInputs(args, io);
  const configs = new CliConfigs(io.cwd, options);
  const service = createOkrLanguageService();
  const outlines: FileOutline[] = [];
  let code = CLEAN;
  const add = async (name: string, path: string, read: { text: string } | { reason: string }) => {
    if ('reason' in read) {
      io.error(`okrlint: ${name} ${read.reason}.\n`);
      code = TROUBLE;
      return;
    }
    const force = path === '' ? undefined : (await configs.for(path)).force;
    const where = {
      ...(path === '' ? {} : { path: slashed(path) }),
      ...(force === undefined ? {} : { force }),
    };
    outlines.push(outlineOf(service, name, service.read(read.text, where)));
  };
  for (const { name, path } of inputs.files) await add(name, path, await readText(path));
  if (inputs.stdin) {
    const { stdinFilename } = options;
    const path = stdinFilename === undefined ? '' : resolve(io.cwd, stdinFilename);
    await add(stdinFilename ?? '<stdin>', path, decode(await io.readStdin()));
  }
  for (const { severity, line } of configs.problems) {
    io.error(`okrlint: ${line}\n`);
    if (severity === 'error') code = TROUBLE;
  }
  io.out(`${JSON.stringify(outlines, null, 2)}\n`);
  return code;
}

function outlineOf(service: OkrLanguageService, filePath: string, document: OkrDocument): FileOutline {
  return {
    filePath,
    isOkrDocument: document.recognition.isOkr,
    objectives: document.objectives().map((objective) => ({
      line: lineOf(document, objective),
      title: sentence(objective.item),
      keyResults: objective.keyResults.map((kr) => keyResult(service, document, kr)),
    })),
  };
}

function keyResult(
  service: OkrLanguageService,
  document: OkrDocument,
  located: Located<Item>,
): KeyResultOutline {
  const { item } = located;
  const facts = service.factsOf(document, located);
  const field = (name: FieldName): Field | undefined => item.fields.find((one) => one.name === name);
  return {
    line: lineOf(document, located),
    text: sentence(item),
    kind: facts.class,
    baseline: numberOrText(field('baseline')?.value) ?? quantity(item, facts.baseline),
    target: numberOrText(field('target')?.value) ?? quantity(item, facts.target),
    current: numberOrText(field('current')?.value),
    unit: field('unit')?.value ?? facts.target?.unit ?? facts.baseline?.unit ?? null,
    owner: field('owner')?.value ?? null,
    due: field('due')?.value ?? deadline(item, facts),
    score: numberOrText(field('score')?.value),
  };
}

function quantity({ statement }: Item, found: Quantity | undefined): number | string | null {
  return found ? (found.value ?? statement.text.slice(found.span.start, found.span.end)) : null;
}

function deadline({ statement }: Item, { deadline }: StatementFacts): string | null {
  return deadline ? statement.text.slice(deadline.start, deadline.end).trim() : null;
}

function numberOrText(value: string | undefined): number | string | null {
  if (value === undefined) return null;
  return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

function sentence({ statement }: Item): string {
  return statement.text.replace(/\s+/g, ' ').trim();
}

function lineOf(document: OkrDocument, { item, offset }: Located<Item>): number {
  return document.lines.positionAt(offset + item.statement.span.start).line + 1;
}
