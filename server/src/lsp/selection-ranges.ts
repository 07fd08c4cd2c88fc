import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionAt } from '../service/editor/selection';
import { toOffset, toRange } from './convert';
import { type Context, guarded, requestFor } from './features';

/** Answers `textDocument/selectionRange` within OKR documents. */
export function selectionRanges(context: Context) {
  return ({ textDocument, positions }: SelectionRangeParams): Promise<SelectionRange[] | null> =>
    guarded<SelectionRange[] | null>(context, 'selection ranges', null, async () => {
      const request = await requestFor(context, textDocument.uri);
      if (!request?.document.recognition.isOkr) return null;
      const { document } = request;
      return positions.map((position) => {
        const spans = selectionAt(document, toOffset(document, position), (located) =>
          context.service.factsOf(document, located),
        );
        const outermost = {
          range: toRange(document, spans.at(-1) ?? { start: 0, end: document.text.length }),
        };
        return spans
          .slice(0, -1)
          .reduceRight<SelectionRange>(
            (parent, span) => ({ range: toRange(document, span), parent }),
            outermost,
          );
      });
    });
}
