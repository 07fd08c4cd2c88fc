/**
 * Colours by meaning, in the protocol's standard types so that every theme has some. What stands in the text as it is
 * (owners, dates, labels) the grammar in `syntaxes/` colours as well, before the server has started.
 */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensEdit,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Span } from '../service';
import { type TokenKind, tokensOf } from '../service/editor/tokens';
import { commonEnd, commonStart } from '../text/common-ends';
import { toSpan } from './convert';
import { type Context, guarded, type OpenRequest, requestFor } from './features';

const TYPES: Record<TokenKind, { readonly type: string; readonly modifier?: string }> = {
  label: { type: 'keyword' },
  metric: { type: 'property' },
  baseline: { type: 'number' },
  target: { type: 'number', modifier: 'defaultLibrary' },
  owner: { type: 'variable' },
  date: { type: 'string' },
  value: { type: 'number', modifier: 'readonly' },
  id: { type: 'type' },
  dropped: { type: 'comment', modifier: 'deprecated' },
};

export const SEMANTIC_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...new Set(Object.values(TYPES).map(({ type }) => type))],
  tokenModifiers: ['defaultLibrary', 'readonly', 'deprecated'],
};

/** Documents whose last answer is kept, so that the next may say only what is different. */
const MOST_KEPT = 20;

/** The last whole answer for each of the documents that were asked about last. */
export class TokenResults {
  readonly #kept = new Map<string, { readonly resultId: string; readonly data: number[] }>();
  #last = 0;

  /** Keeps an answer in place of the one before, and gives it its name. */
  keep(uri: string, { data }: SemanticTokens): SemanticTokens {
    const resultId = String(++this.#last);
    this.#kept.delete(uri);
    this.#kept.set(uri, { resultId, data });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return { resultId, data };
  }

  /** What `now` changes in the answer of that name, or all of it where that answer is not known any more. */
  difference(uri: string, previous: string, now: SemanticTokens): SemanticTokens | SemanticTokensDelta {
    const before = this.#kept.get(uri);
    const { resultId, data } = this.keep(uri, now);
    if (before?.resultId !== previous) return { ...(resultId !== undefined && { resultId }), data };
    return { ...(resultId !== undefined && { resultId }), edits: editsBetween(before.data, data) };
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }
}

/** One edit for everything between what is equal at both ends; none where nothing has changed. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const deleteCount = before.length - start - end;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

/** Answers `textDocument/semanticTokens/full`. */
export function semanticTokens(context: Context, results: TokenResults) {
  return async ({ textDocument: { uri } }: SemanticTokensParams): Promise<SemanticTokens> =>
    results.keep(uri, await answer(context, uri, () => undefined));
}

/** Answers `textDocument/semanticTokens/full/delta`. */
export function semanticTokensDelta(context: Context, results: TokenResults) {
  return async ({ textDocument: { uri }, previousResultId }: SemanticTokensDeltaParams) =>
    results.difference(uri, previousResultId, await answer(context, uri, () => undefined));
}

/** Answers `textDocument/semanticTokens/range`. */
export function semanticTokensRange(context: Context) {
  return ({ textDocument, range }: SemanticTokensRangeParams): Promise<SemanticTokens> =>
    answer(context, textDocument.uri, ({ document }) => toSpan(document, range));
}

function answer(
  context: Context,
  uri: string,
  rangeOf: (request: OpenRequest) => Span | undefined,
): Promise<SemanticTokens> {
  return guarded(context, 'semantic tokens', { data: [] }, async () => {
    const request = await requestFor(context, uri);
    if (!request?.document.recognition.isOkr) return { data: [] };
    return encode(context, request, rangeOf(request));
  });
}

function encode({ service }: Context, { document }: OpenRequest, range: Span | undefined): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, kind } of tokensOf(document, (item) => service.factsOf(document, item), range)) {
    const { type, modifier } = TYPES[kind];
    const modifiers = modifier ? 1 << SEMANTIC_LEGEND.tokenModifiers.indexOf(modifier) : 0;
    const number = SEMANTIC_LEGEND.tokenTypes.indexOf(type);
    for (const { line, character, length } of linesOf(document, span))
      builder.push(line, character, length, number, modifiers);
  }
  return builder.build();
}

/** A token may not span lines. */
function* linesOf({ lines, text }: OpenRequest['document'], { start, end }: Span) {
  for (let at = start; at < end; ) {
    const { line, column } = lines.positionAt(at);
    const next = line + 1 < lines.lineCount ? lines.lineStart(line + 1) : text.length;
    const written = text.slice(at, Math.min(end, next)).trimEnd();
    if (written.length > 0) yield { line, character: column, length: written.length };
    at = Math.max(next, at + 1);
  }
}
