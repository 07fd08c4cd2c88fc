/** A line above each objective. Lines are worked out only for those that are on the screen. */
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { Span } from '../service';
import { lensAt, lensPlaces } from '../service/editor/lenses';
import { isRecord } from '../text/records';
import { toOffset, toPosition } from './convert';
import { type Context, guarded, readerLanguage, requestFor } from './features';

/** Answers `textDocument/codeLens`, without the texts. */
export function codeLenses(context: Context) {
  return ({ textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> =>
    guarded(context, 'code lenses', [], async () => {
      const request = await requestFor(context, uri);
      if (!request || !(await context.settings.for(uri)).features.codeLens) return [];
      const { document } = request;
      return lensPlaces(document).map(({ offset }) => {
        const start = toPosition(document, offset);
        return { range: { start, end: start }, data: { uri } };
      });
    });
}

/** Answers `codeLens/resolve`. */
export function resolveCodeLens(context: Context) {
  return (lens: CodeLens): Promise<CodeLens> =>
    guarded(context, 'code lens', lens, async () => {
      const uri = isRecord(lens.data) && typeof lens.data.uri === 'string' ? lens.data.uri : undefined;
      const request = uri === undefined ? undefined : await requestFor(context, uri);
      if (!request) return { ...lens, command: { title: '', command: '' } };
      const { document, today, path, settings } = request;
      const source = {
        document,
        path,
        today,
        fiscalYear: settings.fiscalYear,
        findingsIn: (range: Span) => context.service.diagnoseNear(request, range),
        factsOf: (item: Parameters<typeof context.service.factsOf>[1]) =>
          context.service.factsOf(document, item),
      };
      const title = lensAt(source, toOffset(document, lens.range.start), readerLanguage(request));
      // No command: it is there to be read.
      return { ...lens, command: { title: title ?? '', command: '' } };
    });
}
