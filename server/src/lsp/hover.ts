import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { plainTextOf } from '../explain';
import { toOffset, toRange } from './convert';
import { type Context, guarded, requestFor } from './features';

/** Answers `textDocument/hover` on objectives and key results. */
export function hover(context: Context) {
  return ({ textDocument, position }: HoverParams): Promise<Hover | null> =>
    guarded(context, 'hover', null, async () => {
      const request = await requestFor(context, textDocument.uri);
      if (!request) return null;
      const { document } = request;
      const content = context.service.hover(request, toOffset(document, position));
      if (!content) return null;
      const contents = context.client.markdownHover
        ? { kind: MarkupKind.Markdown, value: content.markdown }
        : { kind: MarkupKind.PlainText, value: plainTextOf(content.markdown) };
      return { range: toRange(document, content.span), contents };
    });
}
