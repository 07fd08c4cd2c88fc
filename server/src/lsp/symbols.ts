/** The outline and the folding ranges. */
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { OkrDocument, OutlineNode } from '../service';
import { toRange } from './convert';
import { type Context, guarded, requestFor } from './features';

const KINDS: Record<OutlineNode['kind'], SymbolKind> = {
  objective: SymbolKind.Class,
  'key-result': SymbolKind.Key,
  initiative: SymbolKind.Event,
};

/** Answers `textDocument/documentSymbol`, as a tree where the client can show one. */
export function documentSymbols(context: Context) {
  return ({ textDocument }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[]> =>
    guarded<DocumentSymbol[] | SymbolInformation[]>(context, 'outline', [], async () => {
      const request = await requestFor(context, textDocument.uri);
      if (!request) return [];
      const { document } = request;
      const nodes = context.service.outline(document);
      return context.client.hierarchicalSymbols
        ? nodes.map((node) => toSymbol(document, node))
        : nodes.flatMap((node) => flatten(document, node, textDocument.uri));
    });
}

function toSymbol(document: OkrDocument, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    kind: KINDS[node.kind],
    range: toRange(document, node.span),
    selectionRange: toRange(document, node.selection),
    children: node.children.map((child) => toSymbol(document, child)),
  };
}

function flatten(
  document: OkrDocument,
  node: OutlineNode,
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  const own: SymbolInformation = {
    name: node.name,
    kind: KINDS[node.kind],
    location: { uri, range: toRange(document, node.span) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [own, ...node.children.flatMap((child) => flatten(document, child, uri, node.name))];
}

/** Answers `textDocument/foldingRange`. */
export function foldingRanges(context: Context) {
  return ({ textDocument }: FoldingRangeParams): Promise<FoldingRange[]> =>
    guarded(context, 'folding', [], async () => {
      const request = await requestFor(context, textDocument.uri);
      if (!request) return [];
      return context.service
        .folds(request.document)
        .map((span) => toRange(request.document, span))
        .filter(({ start, end }) => end.line > start.line)
        .map(({ start, end }) => ({
          startLine: start.line,
          endLine: end.line,
          kind: FoldingRangeKind.Region,
        }));
    });
}
