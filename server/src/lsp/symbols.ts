/** The outline and the folding ranges. */
import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type Position,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { type OkrDocument, type OutlineNode, type OutlinePart, shift } from '../service';
import { Notes } from '../text/notes';
import { isAt, toPosition, toRange } from './convert';
import { type Context, guarded, requestFor } from './features';
import { lasting } from './lasting';

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
      const { service, client } = context;
      return client.hierarchicalSymbols
        ? symbolsOf(document, service.outlineParts(document))
        : service.outline(document).flatMap((node) => flatten(document, node, textDocument.uri));
    });
}

interface Made {
  /** Where the part began. */
  readonly at: Position;
  readonly symbol: DocumentSymbol;
}

/** By node: a key press changes one objective, and the lines of none or of those below. */
const made = new Notes<OutlineNode, Made>();

/** The symbols of a document's outline. */
export function symbolsOf(document: OkrDocument, parts: readonly OutlinePart[]): DocumentSymbol[] {
  return parts.map((part) => symbolOf(document, part));
}

function symbolOf(document: OkrDocument, { node, offset }: OutlinePart): DocumentSymbol {
  const start = node.span.start + offset;
  const known = made.get(node);
  if (known && isAt(document, start, known.at)) return known.symbol;
  const symbol = lasting(toSymbol(document, node, offset));
  made.set(node, { at: toPosition(document, start), symbol });
  return symbol;
}

function toSymbol(document: OkrDocument, node: OutlineNode, offset: number): DocumentSymbol {
  return {
    name: node.name,
    kind: KINDS[node.kind],
    range: toRange(document, shift(node.span, offset)),
    selectionRange: toRange(document, shift(node.selection, offset)),
    children: node.children.map((child) => toSymbol(document, child, offset)),
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
