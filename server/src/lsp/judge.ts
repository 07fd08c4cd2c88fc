/** Judging a large document in slices, so that other messages get their turn and nobody waits for a stale answer. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Suggestion } from '../service';
import { type Context, checkCancelled, type OpenRequest, requestFor } from './features';
import { inSlices } from './turns';

/** Does the long part of diagnosing; false as soon as `isWanted` says so, which is asked between slices. */
export async function judge(
  { service }: Context,
  request: OpenRequest,
  isWanted: () => boolean,
): Promise<boolean> {
  return (await inSlices(service.judge(request), isWanted)) !== undefined;
}

/** Every certain fix of a document that has been judged; none for who has gone on typing or has cancelled. */
export async function allFixes(
  context: Context,
  request: OpenRequest,
  token: CancellationToken,
): Promise<readonly Suggestion[]> {
  const { uri, version } = request.open;
  const isCurrent = () => !token.isCancellationRequested && context.documents.get(uri)?.version === version;
  return (await inSlices(context.service.fixing(request), isCurrent))?.value ?? [];
}

/**
 * The request for a document whose statements are all judged, as it is when that is done. Throws when the request is
 * cancelled meanwhile.
 */
export async function judgedRequest(
  context: Context,
  uri: string,
  token: CancellationToken,
): Promise<OpenRequest | undefined> {
  for (;;) {
    const request = await requestFor(context, uri);
    if (!request) return undefined;
    const { version } = request.open;
    const isCurrent = () => !token.isCancellationRequested && context.documents.get(uri)?.version === version;
    if (await judge(context, request, isCurrent)) return request;
    checkCancelled(token);
  }
}
