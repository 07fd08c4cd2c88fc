/** Keys and tags of fields, and of front matter. */
import { knowledgeOf, TEAMS } from '../../../teams';
import { LANGUAGES } from '../../../text/language';
import { languageOf } from '../../document-profile';
import { quarters } from './dates';
import { matches } from './match';
import type { CompletionEntry, CompletionRequest, Typed } from './model';
import { owners } from './people';

/** Written behind `#`; they say what kind of key result it is. */
const TAGS = ['due', 'committed', 'aspirational', 'learning', 'guardrail', 'milestone'];

export function tags({ offset }: CompletionRequest, typed: Typed): CompletionEntry[] {
  const span = { start: typed.start, end: offset };
  return TAGS.filter((tag) => matches(tag, typed.text)).map((tag) => ({
    label: `#${tag}`,
    kind: 'key',
    parts: [tag === 'due' ? 'due(' : tag],
    span,
  }));
}

/** Keys of `{now=58 score=0.3}`, for key results and for objectives. */
const ATTRIBUTES = ['now=', 'due=', 'owner=@', 'score=', 'conf=', 'w=', 'updated='];
const ATTRIBUTES_OF_OBJECTIVES = ['#', '^', 'owner=@', 'score=', 'due='];

export function attributes(
  { offset, today }: CompletionRequest,
  typed: Typed,
  isObjective: boolean,
): CompletionEntry[] {
  const span = { start: typed.start, end: offset };
  return (isObjective ? ATTRIBUTES_OF_OBJECTIVES : ATTRIBUTES)
    .filter((key) => matches(key, typed.text))
    .map((key) => ({ label: key, kind: 'key', parts: [key === 'updated=' ? `${key}${today}` : key], span }));
}

/** Keys that okrlint reads. */
const KEYS = ['okr', 'cycle', 'team', 'lang', 'owner', 'checkin'];

export function frontMatterKeys({ document, offset }: CompletionRequest, typed: Typed): CompletionEntry[] {
  const known = document.frontMatter?.values;
  const span = { start: typed.start, end: offset };
  return KEYS.filter((key) => matches(key, typed.text) && (!known?.has(key) || key === typed.text)).map(
    (key) => ({ label: key, kind: 'key', parts: [`${key}: `], span }),
  );
}

export function frontMatterValues(request: CompletionRequest, key: string, typed: Typed): CompletionEntry[] {
  const span = { start: typed.start, end: request.offset };
  if (key === 'owner') {
    const start = typed.start + (typed.text.startsWith('@') ? 1 : 0);
    const text = typed.text.replace(/^@/, '');
    const quote = request.document.text[typed.start - 1] === '"' ? '' : '"';
    return owners(request, { start, text }).map((entry) => ({
      ...entry,
      span,
      parts: [`${quote}${entry.label}${quote}`],
    }));
  }
  return valuesOf(request, key)
    .filter((value) => matches(value, typed.text))
    .map((value) => ({ label: value, kind: 'value', parts: [value], span }));
}

function valuesOf({ document, today }: CompletionRequest, key: string): readonly string[] {
  switch (key) {
    case 'okr':
      return ['true', 'false'];
    case 'lang':
      return LANGUAGES;
    case 'cycle':
      return quarters(today);
    case 'team':
      return TEAMS.map((team) => knowledgeOf(team, languageOf(document)).name);
    case 'checkin':
      return ['7d', '14d', '30d'];
    default:
      return [];
  }
}
