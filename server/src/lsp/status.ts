/** A document in numbers, for our client's status item. Everything that is counted is known from the diagnostics. */
import { type Context, guarded, requestFor } from './features';
import type { StatusParams, StatusResult } from './protocol';

/** Answers `okrlint/status`. */
export function status(context: Context) {
  return ({ uri }: StatusParams): Promise<StatusResult> =>
    guarded<StatusResult>(context, 'status', null, async () => {
      const request = await requestFor(context, uri);
      if (!request) return null;
      const { document, settings } = request;
      const under = document.objectives().flatMap(({ keyResults }) => keyResults);
      const judged = [...document.orphans(), ...under].filter(({ item }) => !item.struck);
      const measurable = judged.filter(
        (keyResult) => context.service.factsOf(document, keyResult).class === 'outcome',
      );
      return {
        isOkr: document.recognition.isOkr,
        keyResults: judged.length,
        measurable: measurable.length,
        profile: settings.profile,
      };
    });
}
