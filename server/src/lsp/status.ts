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
      const { objectives } = context.service.scorecard(request);
      const sum = (of: 'measurable' | 'total') =>
        objectives.reduce((all, objective) => all + objective[of], 0);
      return {
        isOkr: request.document.recognition.isOkr,
        keyResults: sum('total'),
        measurable: sum('measurable'),
        profile: request.settings.profile,
      };
    });
}
