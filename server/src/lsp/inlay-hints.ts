/** Progress behind key results that say where they stand. */
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { progressHints } from '../service/editor/lenses';
import { toPosition, toSpan } from './convert';
import { type Context, guarded, readerLanguage, requestFor } from './features';

/** Answers `textDocument/inlayHint`. */
export function inlayHints(context: Context) {
  return ({ textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[]> =>
    guarded(context, 'inlay hints', [], async () => {
      const request = await requestFor(context, uri);
      if (!request || !(await context.settings.for(uri)).features.inlayHints) return [];
      const { document, today, path, settings } = request;
      const hints = progressHints({
        document,
        path,
        today,
        fiscalYear: settings.fiscalYear,
        range: toSpan(document, range),
        language: readerLanguage(request),
        factsOf: (item) => context.service.factsOf(document, item),
      });
      return hints.map(({ offset, text, tooltip }) => ({
        position: toPosition(document, offset),
        label: text,
        paddingLeft: true,
        ...(tooltip === undefined ? {} : { tooltip }),
      }));
    });
}
