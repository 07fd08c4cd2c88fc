import { LETTER } from '../text/letters';
import type { Span } from '../text/span';
import { measures, quote } from './reading';
import type { Hit, StatementContext, StatementRule } from './rule';
import { PLACEHOLDERS } from './wording';

/** `???`, `‹baseline›`, `{#}`, `xx%` and words in capitals. Every branch stops at its own opening sign, so it is linear. */
// regex: a run of signs is tried once, from its first sign: the others cannot open a branch
const TOKEN = new RegExp(
  String.raw`\?{2,}|‹[^‹›]*›|\{#+\}|_{3,}|(?<![${LETTER}\d])(?:${[...PLACEHOLDERS.anywhere].join('|')}|[xX]{2,}%)(?![${LETTER}\d])`,
  'u',
);
/** No word for "nothing yet" is longer, with the brackets around it. */
const LONGEST_WHOLE = 2 + Math.max(...[...PLACEHOLDERS.whole].map((word) => word.normalize('NFD').length));

/** A letter where the digits should be: `X%`, `$N`, `xx days`. */
const UNKNOWN = /^[^\p{L}\p{N}]*[nxy]{1,3}(?![\p{L}\p{N}])/iu;

function isWholePlaceholder(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_WHOLE) return false;
  const bare = trimmed.replace(/^[[(<]|[\])>]$/gu, '');
  return PLACEHOLDERS.whole.has(bare.normalize('NFC').toLowerCase());
}

/** What has none of these has no placeholder; the pattern itself costs a start more than it should. */
const SIGNS = /\?\?|[‹{_]|[A-Z]{2}|[xX]{2}/;

function firstPlaceholder(text: string): Span | undefined {
  if (isWholePlaceholder(text)) {
    const start = text.length - text.trimStart().length;
    return { start, end: text.trimEnd().length };
  }
  const match = SIGNS.test(text) ? TOKEN.exec(text) : null;
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** A number without a value, but with a letter for it. */
function firstUnknown({ item, facts }: StatementContext): Span | undefined {
  if (facts.quantities.every(({ value }) => value !== undefined)) return undefined;
  const { text } = item.statement;
  return measures(facts).find(
    ({ value, span }) => value === undefined && UNKNOWN.test(text.slice(span.start, span.end)),
  )?.span;
}

function inFields({ item }: StatementContext): Hit | undefined {
  for (const field of item.fields)
    if (firstPlaceholder(field.value) && field.value.trim() !== '') {
      const origin = item.statement.span.start;
      return {
        span: { start: field.valueSpan.start - origin, end: field.valueSpan.end - origin },
        variant: 'field',
        params: { words: quote(field.value), field: field.name },
      };
    }
  return undefined;
}

/** `TBD`, `???`, `‹baseline›`, `xx%`: the author meant to come back. Seen in real files. Domain note §3.2. */
export const placeholderLeft: StatementRule = {
  id: 'placeholder-left',
  scope: 'item',
  source: 'structure',
  wordless: true,
  variants: ['field'],
  check(context): Hit | undefined {
    const { text } = context.item.statement;
    // Other quantities without a value are words ("a positive cash flow"), or dates that nobody could read.
    const span = firstPlaceholder(text) ?? firstUnknown(context);
    if (!span) return inFields(context);
    const words = text.slice(span.start, span.end);
    // A rewrite has just put it there, and the author is on the way to it.
    return { span, ...(words.startsWith('‹') && { mild: true as const }), params: { words: quote(words) } };
  },
};
