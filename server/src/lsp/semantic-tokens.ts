/**
 * Colours by meaning, in the protocol's standard types so that every theme has some. What stands in the text as it is
 * (owners, dates, labels) the grammar in `syntaxes/` colours as well, before the server has started.
 */
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Span } from '../service';
import { type TokenKind, tokensOf } from '../service/editor/tokens';
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

/** Answers `textDocument/semanticTokens/full`. */
export function semanticTokens(context: Context) {
  return ({ textDocument }: SemanticTokensParams): Promise<SemanticTokens> =>
    answer(context, textDocument.uri, () => undefined);
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
