/** JSON as people write it in settings: comments and a comma too many are fine. */
import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Complaint } from './model';
import { DEEPEST, type Entry, type Node, type Parsed } from './tree';

class TooDeep extends Error {}

export function parseJson(text: string): Parsed {
  if (/^\s*$/.test(text)) return { root: undefined };
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { allowTrailingComma: true });
    const first = errors[0];
    if (first || !tree) return { complaints: [syntax(first, text)] };
    return { root: convert(tree, 0) };
  } catch (error) {
    // The parser calls itself once per level, so a hostile file may also end the stack.
    if (error instanceof TooDeep || error instanceof RangeError)
      return { complaints: [{ code: 'too-deep', span: { start: 0, end: 1 } }] };
    throw error;
  }
}

function convert(node: JsonNode, depth: number): Node {
  if (depth > DEEPEST) throw new TooDeep();
  const span = { start: node.offset, end: node.offset + node.length };
  if (node.type === 'array')
    return { kind: 'list', span, items: (node.children ?? []).map((one) => convert(one, depth + 1)) };
  if (node.type === 'object')
    return { kind: 'map', span, entries: (node.children ?? []).flatMap((one) => entry(one, depth)) };
  return { kind: 'scalar', span, value: node.value as unknown };
}

function entry({ children }: JsonNode, depth: number): Entry[] {
  const [key, value] = children ?? [];
  if (!key || !value) return [];
  const keySpan = { start: key.offset, end: key.offset + key.length };
  return [{ key: String(key.value), keySpan, value: convert(value, depth + 1) }];
}

/** By the parser's names of its errors. */
const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'words need "quotes"',
  PropertyNameExpected: 'a "name" in quotes belongs here',
  ValueExpected: 'a value belongs here',
  ColonExpected: 'a colon (:) is missing',
  CommaExpected: 'a comma (,) is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'nothing may follow the closing }',
  UnexpectedEndOfString: 'a closing quote (") is missing',
  UnexpectedEndOfComment: 'the comment does not end',
};

function syntax(error: ParseError | undefined, text: string): Complaint {
  const reason = (error && REASONS[printParseErrorCode(error.error)]) ?? 'unexpected character';
  // What is missing at the end is shown at the last character, which can be seen.
  const start = Math.max(0, Math.min(error?.offset ?? 0, text.length - 1));
  const end = Math.min(text.length, start + Math.max(1, error?.length ?? 1));
  return { code: 'no-syntax', span: { start, end }, params: { format: 'JSON', reason } };
}
