/** Judging a large document in slices, so that other messages get their turn and nobody waits for a stale answer. */
import type { CancellationToken } from 'vscode-languageserver';
import { type Context, checkCancelled, type OpenRequest, requestFor } from './features';
import { nextTurn } from './turns';

/** Milliseconds after which others get their turn. */
const SLICE = 30;

/** Does the long part of diagnosing; false as soon as `isWanted` says so, which is asked between slices. */
export async function judge(
  { service }: Context,
  request: OpenRequest,
  isWanted: () => boolean,
): Promise<boolean> {
  let until = performance.now() + SLICE;
  for (const _ of service.judge(request)) {
    if (performance.now() < until) continue;
    await nextTurn();
    if (!isWanted()) return false;
    until = performance.now() + SLICE;
  }
  return true;
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
