/** All OKR documents checked once, because somebody asked; whether it is done all the time is a setting. */
import { CancellationToken } from 'vscode-languageserver';
import { diagnosticsOf } from './diagnostics';
import { type Context, guarded, requestForAny, wholeWorkspace } from './features';
import type { CheckedDocument } from './protocol';

/** Answers `okrlint/checkWorkspace`. */
export function checkWorkspace(context: Context) {
  return (_params: unknown, token: CancellationToken = CancellationToken.None): Promise<CheckedDocument[]> =>
    guarded<CheckedDocument[]>(context, 'checking the workspace', [], async () => {
      const checked: CheckedDocument[] = [];
      for (const uri of [...(await wholeWorkspace(context, token)).names()]) {
        const request = await requestForAny(context, uri);
        if (!request?.document.recognition.isOkr) continue;
        checked.push({ uri, diagnostics: diagnosticsOf(context, request, uri) });
        // A timer lets messages in that have come meanwhile.
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (token.isCancellationRequested) break;
      }
      return checked;
    });
}
