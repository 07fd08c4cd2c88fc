/** A document in numbers, for our client's status item. */
import { type Context, guarded, requestFor } from './features';
import type { StatusParams, StatusResult } from './protocol';

/** Answers `okrlint/status`. */
export function status(context: Context) {
  return ({ uri }: StatusParams): Promise<StatusResult> =>
    guarded<StatusResult>(context, 'status', null, async () => {
      const request = await requestFor(context, uri);
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
