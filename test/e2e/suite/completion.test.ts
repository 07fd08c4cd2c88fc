import * as vscode from 'vscode';
import { ok, same } from './check';
import { closeAll, inFolder, openFile, openUntitled, until } from './support';

const PLAN = '---\nokr: 1\nteam: sales\nlang: en\n---\n\n# OKRs\n\n## Objective 1: Shops sign at once\n\n';
const RULED = 'Raise the share of shops that renew from 71% to 82%';

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
const insertedBy = ({ insertText, label }: vscode.CompletionItem): string => {
  if (insertText === undefined) return typeof label === 'string' ? label : label.label;
  return typeof insertText === 'string' ? insertText : insertText.value;
};

/** What is offered at the end of a line in a new plan, as soon as `wanted` is among it. */
async function offeredAt(line: string, wanted: string): Promise<vscode.CompletionItem> {
  const { document } = await openUntitled(`${PLAN}${line.replace('|', '')}\n`);
  const position = document.positionAt(PLAN.length + line.indexOf('|'));
  return until(async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return items.find((item) => labelOf(item) === wanted);
  }, `"${wanted}" at ${line}`);
}

inFolder('completion', () => {
  // Untitled documents know the workspace's owners and ids only while it is read, which an open plan brings about.
  beforeEach(() => openFile('company.okr.md'));
  afterEach(closeAll);

  it('offers metrics of the team as snippets with places for the numbers', async () => {
    const item = await offeredAt('- KR1: Increase win|', 'win rate');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: snippet syntax
    same(insertedBy(item).includes('${1:‹baseline›}'), true, `tab stops in ${insertedBy(item)}`);
  });

  it('offers names of fields', async () => {
    const item = await offeredAt(`- KR1: ${RULED} {ow|}`, 'owner=@');
    same(insertedBy(item), 'owner=@', 'inserted text');
  });

  it('offers owners and ids of the whole workspace', async () => {
    await offeredAt(`- KR1: ${RULED} @|`, '@lena');
    const id = await offeredAt(`- KR1: ${RULED} {^|}`, 'on-time');
    ok(/company\.okr\.md/.test(String(id.detail)), `detail: ${id.detail}`);
  });

  it('offers no owners in prose', async () => {
    const { document } = await openUntitled('# Notes\n\n- ask @\n');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(2, 7),
    );
    same(
      items.map(labelOf).filter((label) => label.startsWith('@')),
      [],
      'owners',
    );
  });
});
