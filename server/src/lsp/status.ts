/** A document in numbers, for our client's status item. */
import type { CancellationToken } from 'vscode-languageserver';
import { type Context, guarded } from './features';
import { judgedRequest } from './judge';
import type { StatusParams, StatusResult } from './protocol';

/** Answers `okrlint/status`. */
export function status(context: Context) {
  return ({ uri }: StatusParams, token: CancellationToken): Promise<StatusResult> =>
    guarded<StatusResult>(context, 'status', null, async () => {
      const request = await judgedRequest(context, uri, token);
      if (!request) return null;
      const { measurable, total } = context.service.measured(request);
      return {
        isOkr: request.document.recognition.isOkr,
        keyResults: total,
        measurable,
        profile: request.settings.profile,
      };
    });
}
