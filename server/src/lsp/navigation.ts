/** Go to definition, find references and highlights of ids of objectives and key results. */
import {
  type CancellationToken,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type LocationLink,
  type ReferenceParams,
} from 'vscode-languageserver';
import { definitionsAt, highlightsAt, referencesAt } from '../service/editor/navigation';
import { toOffset, toRange } from './convert';
import { type Context, guarded, requestFor, wholeWorkspace } from './features';

/** Answers `textDocument/definition`, with the origin's range where the client wants it. */
export function findDefinition(context: Context) {
  return (
    { textDocument: { uri }, position }: DefinitionParams,
    token: CancellationToken,
  ): Promise<Location[] | LocationLink[]> =>
    guarded<Location[] | LocationLink[]>(context, 'definition', [], async () => {
      if (!(await isOkr(context, uri))) return [];
      const index = await wholeWorkspace(context, token);
      const here = index.reading(uri);
      if (!here) return [];
      const targets = definitionsAt(index, uri, toOffset(here, position));
      if (!context.client.definitionLinks)
        return targets.flatMap(({ document, span }) => locationIn(context, document, span));
      return targets.flatMap(({ document, span, whole, origin }): LocationLink[] => {
        const there = index.reading(document);
        if (!there) return [];
        return [
          {
            originSelectionRange: toRange(here, origin),
            targetUri: document,
            targetRange: toRange(there, { start: whole.start, end: Math.max(whole.end, span.end) }),
            targetSelectionRange: toRange(there, span),
          },
        ];
      });
    });
}

/** Answers `textDocument/references`. */
export function findReferences(context: Context) {
  return (
    { textDocument: { uri }, position, context: { includeDeclaration } }: ReferenceParams,
    token: CancellationToken,
  ): Promise<Location[]> =>
    guarded(context, 'references', [], async () => {
      if (!(await isOkr(context, uri))) return [];
      const index = await wholeWorkspace(context, token);
      const here = index.reading(uri);
      if (!here) return [];
      const places = referencesAt(index, uri, toOffset(here, position), includeDeclaration);
      return places.flatMap(({ document, span }) => locationIn(context, document, span));
    });
}

/** Answers `textDocument/documentHighlight`. */
export function documentHighlights(context: Context) {
  return ({ textDocument: { uri }, position }: DocumentHighlightParams): Promise<DocumentHighlight[]> =>
    guarded(context, 'highlights', [], async () => {
      if (!(await isOkr(context, uri))) return [];
      const { alignment } = context.workspace;
      const here = alignment.reading(uri);
      if (!here) return [];
      return highlightsAt(alignment, uri, toOffset(here, position)).map(({ span, write }) => ({
        range: toRange(here, span),
        kind: write ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    });
}

async function isOkr(context: Context, uri: string): Promise<boolean> {
  return (await requestFor(context, uri))?.document.recognition.isOkr === true;
}

/** A place in a document of the index; none where that has gone meanwhile. */
function locationIn({ workspace }: Context, uri: string, span: { start: number; end: number }): Location[] {
  const reading = workspace.alignment.reading(uri);
  return reading ? [{ uri, range: toRange(reading, span) }] : [];
}
