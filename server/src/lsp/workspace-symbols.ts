/** Objectives and key results of all OKR documents, by a few letters of their words. */
import {
  type CancellationToken,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { searchItems } from '../service/editor/search';
import { toRange } from './convert';
import { type Context, guarded, wholeWorkspace } from './features';

/** Nobody looks through a longer list; typing on narrows it. */
const MOST = 200;

/** Answers `workspace/symbol`. */
export function workspaceSymbols(context: Context) {
  return ({ query }: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]> =>
    guarded(context, 'workspace symbols', [], async () => {
      const index = await wholeWorkspace(context, token);
      return searchItems(index, query, MOST).flatMap(({ document, kind, name, span, container }) => {
        const reading = index.reading(document);
        if (!reading) return [];
        return [
          {
            name,
            kind: kind === 'objective' ? SymbolKind.Class : SymbolKind.Key,
            location: { uri: document, range: toRange(reading, span) },
            ...(container === undefined ? {} : { containerName: container }),
          },
        ];
      });
    });
}
