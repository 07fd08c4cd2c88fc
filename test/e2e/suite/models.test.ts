import * as vscode from 'vscode';
import { ok } from './check';
import { api, closeAll, findingsOf, inFolder, openFile } from './support';

interface Tools {
  readonly tools?: readonly { readonly name: string }[];
  invokeTool?(name: string, options: object): Promise<{ content: { value: string }[] }>;
}
const { lm, LanguageModelToolResult } = vscode as unknown as {
  lm?: Tools;
  LanguageModelToolResult?: unknown;
};

inFolder('language models', () => {
  afterEach(closeAll);

  it('can ask okrlint to check a text, where VS Code has tools', async function () {
    await api();
    // Older versions have a draft of it that extensions may not use.
    if (!LanguageModelToolResult || !lm?.invokeTool) return this.skip();
    ok(lm.tools?.some(({ name }) => name === 'okrlint_check_text') ?? false, 'the tool is not registered');
    const answer = await lm.invokeTool('okrlint_check_text', {
      input: { text: '# Objective 1: Win more deals\n\n- KR1: Call more customers\n' },
      toolInvocationToken: undefined,
    });
    const text = answer.content.map(({ value }) => value).join('');
    ok(text.includes('"kr-activity"') && text.includes('"rewrites"'), `unexpected answer: ${text}`);
  });

  it('change nothing where there is none', async () => {
    const { document, selection } = await openFile('examples/sales.okr.md');
    const [activity] = await findingsOf(document.uri, 'kr-activity');
    ok(activity && selection, 'no finding');
    const before = document.getText();
    // Says that there is no model; the message stays until somebody closes it, so the answer is not waited for.
    void vscode.commands.executeCommand('okrlint.rewriteWithModel');
    await new Promise((resolve) => setTimeout(resolve, 500));
    ok(document.getText() === before, 'the document has changed');
  });
});
