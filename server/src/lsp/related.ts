/** Places that belong to a finding, for clients that can show them: the first of two twins, the rest of a circle. */
import type { DiagnosticRelatedInformation } from 'vscode-languageserver';
import { quoteItem } from '../rules/reading';
import type { Diagnosis, DocumentRequest } from '../service';
import { fill, textsOf } from '../service/editor/texts';
import { shift } from '../text/span';
import { toRange } from './convert';
import type { Context } from './features';
import { readerLanguage } from './features';

/** `uri` is the document's own. Places in documents that are not known any more are left out. */
export function relatedInformation(
  { client, workspace }: Context,
  request: DocumentRequest,
  uri: string,
  { related = [] }: Diagnosis,
): { readonly relatedInformation?: DiagnosticRelatedInformation[] } {
  if (!client.relatedInformation || related.length === 0) return {};
  const { notes } = textsOf(readerLanguage(request));
  const found = related.flatMap(({ document = uri, about: { item, offset }, as }) => {
    const reading = document === uri ? request.document : workspace.alignment.reading(document);
    if (!reading) return [];
    const range = toRange(reading, shift(item.statement.span, offset));
    return [{ location: { uri: document, range }, message: fill(notes[as], { words: quoteItem(item) }) }];
  });
  return found.length === 0 ? {} : { relatedInformation: found };
}
