/** `okrlint outline FILES`: what okrlint reads in each file. */

import { firstField } from '../document';
import type { Field, FieldName, Item, Located } from '../document/model';
import { parseValue } from '../progress';
import { keyResultClass } from '../rules';
import { createOkrLanguageService, type OkrDocument, type OkrLanguageService } from '../service';
import type { Quantity, StatementFacts } from '../statement/facts';
import type { Language } from '../text/language';
import type { CliIo } from './io';
import { CLEAN, TROUBLE } from './lint-command';
import { type InputOptions, readInputs } from './read-inputs';

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

/** Prints the outline of every input as JSON and returns the exit code. */
export async function outline(args: readonly string[], options: InputOptions, io: CliIo): Promise<number> {
  const { inputs, trouble } = await readInputs(args, options, io);
  const service = createOkrLanguageService();
  const outlines = inputs.map(({ name, text, options: how }) =>
    outlineOf(service, name, service.read(text, how)),
  );
  io.out(`${JSON.stringify(outlines, null, 2)}\n`);
  return trouble ? TROUBLE : CLEAN;
}

function outlineOf(service: OkrLanguageService, filePath: string, document: OkrDocument): FileOutline {
  return {
    filePath,
    isOkrDocument: document.recognition.isOkr,
    objectives: document.objectives().map((objective) => ({
      line: lineOf(document, objective),
      title: sentence(objective.item) || (objective.item.label?.text ?? ''),
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
  const field = (name: FieldName): Field | undefined => firstField(item, name);
  const value = (name: FieldName) => numberOrText(field(name)?.value, facts.language);
  return {
    line: lineOf(document, located),
    text: sentence(item),
    kind: keyResultClass({ item, facts }),
    baseline: value('baseline') ?? quantity(item, facts.baseline),
    target: value('target') ?? quantity(item, facts.target),
    current: value('current'),
    unit: field('unit')?.value ?? facts.target?.unit ?? facts.baseline?.unit ?? null,
    owner: field('owner')?.value ?? null,
    due: field('due')?.value ?? deadline(item, facts),
    score: value('score'),
  };
}

function quantity({ statement }: Item, found: Quantity | undefined): number | string | null {
  return found ? (found.value ?? statement.text.slice(found.span.start, found.span.end)) : null;
}

function deadline({ statement }: Item, { deadline }: StatementFacts): string | null {
  return deadline ? statement.text.slice(deadline.start, deadline.end).trim() : null;
}

/** A bare number as the language writes it (`2.100` is two thousand in Vietnamese); anything else as it was written. */
function numberOrText(value: string | undefined, language: Language): number | string | null {
  if (value === undefined) return null;
  return /^-?\d[\d.,]*$/.test(value) ? (parseValue(value, language)?.value ?? value) : value;
}

function sentence({ statement }: Item): string {
  return statement.text.replace(/\s+/g, ' ').trim();
}

function lineOf(document: OkrDocument, { item, offset }: Located<Item>): number {
  return document.lines.positionAt(offset + item.statement.span.start).line + 1;
}
