/**
 * Reads the case files. A line is a statement in which `«…»` marks what the rule must underline; a line without marks
 * must give nothing. `O: ` makes it an objective where the rule looks at both; `|| name: value; …` adds fields.
 */
import type { Field, FieldName, Item } from '../../server/src/document/model';
import { LANGUAGES, type Language } from '../../server/src/text/language';
import type { Span } from '../../server/src/text/span';

export interface Case {
  readonly line: number;
  /** As written in the file, for messages. */
  readonly source: string;
  readonly text: string;
  readonly marks: readonly Span[];
  readonly kind: 'key-result' | 'objective';
  readonly fields: readonly Field[];
}

type Form = 'NFC' | 'NFD';

function fieldsOf(source: string): readonly Field[] {
  return source
    .split(';')
    .map((part) => part.split(':'))
    .filter(([name, value]) => name?.trim() && value !== undefined)
    .map(([name, value]) => ({
      name: (name as string).trim() as FieldName,
      value: (value as string).trim(),
      valueSpan: { start: 0, end: 0 },
      span: { start: 0, end: 0 },
    }));
}

function parseLine(source: string, line: number, form: Form, scope: Case['kind']): Case {
  const [before = '', fields = ''] = source.split('||');
  const objective = before.startsWith('O: ');
  const statement = before.replace(/^O: /u, '').trim().normalize(form);
  let text = '';
  const marks: Span[] = [];
  let start = -1;
  for (const char of statement)
    if (char === '«') start = text.length;
    else if (char === '»') marks.push({ start, end: text.length });
    else text += char;
  return { line, source, text, marks, kind: objective ? 'objective' : scope, fields: fieldsOf(fields) };
}

/** The cases of a file by language. `scope` is what a line without `O: ` is. */
export function parseCases(
  file: string,
  form: Form,
  scope: Case['kind'],
): Readonly<Record<Language, readonly Case[]>> {
  const cases: Record<Language, Case[]> = { en: [], vi: [] };
  let language: Language | undefined;
  for (const [index, source] of file.normalize('NFC').split('\n').entries()) {
    const heading = /^== (\w+)$/u.exec(source)?.[1];
    if (heading) {
      language = LANGUAGES.find((known) => known === heading);
      if (!language) throw new Error(`line ${index + 1}: no language ${heading}`);
    } else if (source.trim() !== '' && !source.startsWith('#')) {
      if (!language) throw new Error(`line ${index + 1}: a case before the first language`);
      cases[language].push(parseLine(source, index + 1, form, scope));
    }
  }
  return cases;
}

/** A key result or objective with that sentence and those fields, alone in its document. */
export function itemOf({ kind, text, fields }: Pick<Case, 'kind' | 'text' | 'fields'>): Item {
  const span = { start: 0, end: text.length };
  const base = { span, form: 'bullet', statement: { span, text }, fields, struck: false } as const;
  return kind === 'objective' ? { ...base, kind } : { ...base, kind, checkIns: [] };
}

/** The statement with `«…»` around spans, to compare by eye. */
export function withMarks(text: string, spans: readonly Span[]): string {
  const signs = spans.flatMap(({ start, end }) => [
    { at: start, sign: '«' },
    { at: end, sign: '»' },
  ]);
  signs.sort((a, b) => a.at - b.at || (a.sign === '»' ? -1 : 1));
  let marked = '';
  let from = 0;
  for (const { at, sign } of signs) {
    marked += text.slice(from, at) + sign;
    from = at;
  }
  return marked + text.slice(from);
}
