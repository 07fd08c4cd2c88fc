/** References to objectives as links. Links that Markdown itself knows are the editor's matter. */
import type { CancellationToken, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { linksIn } from '../service/editor/links';
import { toPosition, toRange } from './convert';
import { type Context, guarded, requestFor, wholeWorkspace } from './features';

/** Answers `textDocument/documentLink`. */
export function documentLinks(context: Context) {
  return ({ textDocument: { uri } }: DocumentLinkParams, token: CancellationToken): Promise<DocumentLink[]> =>
    guarded(context, 'links', [], async () => {
      if (!(await requestFor(context, uri))?.document.recognition.isOkr) return [];
      const index = await wholeWorkspace(context, token);
      const here = index.reading(uri);
      if (!here) return [];
      return linksIn(index, uri).flatMap(({ span, document, offset, title }): DocumentLink[] => {
        const there = index.reading(document);
        if (!there) return [];
        const { line, character } = toPosition(there, offset);
        return [
          {
            range: toRange(here, span),
            target: `${document}#L${line + 1},${character + 1}`,
            ...(context.client.linkTooltips ? { tooltip: title } : {}),
          },
        ];
      });
    });
}
