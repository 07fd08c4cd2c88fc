import * as vscode from 'vscode';
import { ok, same } from './check';
import { closeAll, fileUri, findingsOf, inFolder, openFile, until } from './support';

/** The answer of a command, once it is not empty: the server may still be reading the workspace. */
const answer = <T extends readonly unknown[]>(what: string, command: string, ...args: unknown[]) =>
  until(async () => {
    const found = await vscode.commands.executeCommand<T>(command, ...args);
    return found && found.length > 0 ? found : undefined;
  }, what);

const nameOf = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf('/') + 1);

/** The position behind `before` in a document. */
function positionOf(document: vscode.TextDocument, before: string): vscode.Position {
  const offset = document.getText().indexOf(before);
  ok(offset >= 0, `no "${before}" in ${document.uri.path}`);
  return document.positionAt(offset + before.length);
}

inFolder('ids of objectives', () => {
  afterEach(closeAll);

  it('lead from a reference to the objective in another file, and back', async () => {
    const { document } = await openFile('support.okr.md');
    const definitions = await answer<(vscode.Location | vscode.LocationLink)[]>(
      'the definition of ^season',
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '{^sea'),
    );
    // To Markdown itself a heading is its own definition.
    const elsewhere = definitions
      .map((each) => ('targetUri' in each ? each.targetUri : each.uri))
      .filter((uri) => uri.toString() !== document.uri.toString());
    same(elsewhere.map(nameOf), ['company.okr.md'], 'definitions');

    const company = (await openFile('company.okr.md')).document;
    const references = await answer<vscode.Location[]>(
      'references to #season',
      'vscode.executeReferenceProvider',
      company.uri,
      positionOf(company, '{#sea'),
    );
    const names = references.map(({ uri }) => nameOf(uri)).sort();
    ok(names.includes('support.okr.md'), `references in ${names}`);
    const links = await answer<vscode.DocumentLink[]>('links', 'vscode.executeLinkProvider', document.uri);
    ok(
      links.some(({ target: to }) => to?.path.endsWith('company.okr.md')),
      'no link to the objective',
    );
  });

  it('are renamed in all files, open or not, and nothing else is', async () => {
    const company = (await openFile('company.okr.md')).document;
    const before = company.getText();
    const other = fileUri('support.okr.md');
    const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(other));
    const saved = await read();
    const edit = await until(async () => {
      const made = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        company.uri,
        positionOf(company, '{#sea'),
        'whole-season',
      );
      return made.size > 1 ? made : undefined;
    }, 'a rename of both files');
    same(
      edit
        .entries()
        .map(([uri]) => nameOf(uri))
        .sort(),
      ['company.okr.md', 'support.okr.md'],
      'files',
    );
    ok(await vscode.workspace.applyEdit(edit), 'VS Code refused the edit');
    try {
      same(company.getText(), before.replace('{#season}', '{#whole-season}'), 'the objective’s file');
      const opened = await vscode.workspace.openTextDocument(other);
      same(opened.getText(), saved.replace('{^season}', '{^whole-season}'), 'the other file');
    } finally {
      for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    }
    same(await read(), saved, 'the other file on the disk');
  });

  it('are refused where they could not be referred to', async () => {
    const company = (await openFile('company.okr.md')).document;
    await findingsOf(company.uri, 'kr-activity');
    const window = vscode.window as { showWarningMessage: unknown };
    const original = window.showWarningMessage;
    const shown: string[] = [];
    window.showWarningMessage = async (message: string) => {
      shown.push(message);
    };
    try {
      const before = company.getText();
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        company.uri,
        positionOf(company, '{#sea'),
        'on-time',
      );
      // Markdown's own rename would replace the heading.
      same(edit.size, 0, 'changed files');
      same(company.getText(), before, 'the text');
      same(shown.length, 1, 'messages');
      ok(/already names another objective/.test(shown[0] ?? ''), `message: ${shown[0]}`);
    } finally {
      window.showWarningMessage = original;
    }
  });
});

inFolder('finding one’s way', () => {
  afterEach(closeAll);

  it('outline and folding follow objectives and key results', async () => {
    const { document } = await openFile('company.okr.md');
    const symbols = await until(async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const flat = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
        list.flatMap((each) => [each, ...flat(each.children)]);
      const names = flat(all).filter(({ detail, name }) => /KR ?\d/.test(`${name} ${detail}`));
      return names.length >= 4 ? flat(all) : undefined;
    }, 'key results in the outline');
    ok(
      symbols.some(({ name }) => name.includes('Independent shops trust us')),
      'no objective in the outline',
    );
    const folds = await answer<vscode.FoldingRange[]>(
      'folding ranges',
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const objective = positionOf(document, '## Objective 1').line;
    ok(
      folds.some(({ start }) => start === objective),
      `no fold at line ${objective}`,
    );
  });

  it('workspace symbols find objectives and key results by a few letters', async () => {
    await openFile('company.okr.md');
    const found = await answer<vscode.SymbolInformation[]>(
      'symbols',
      'vscode.executeWorkspaceSymbolProvider',
      'kho giao hang',
    );
    ok(
      found.some(({ location }) => nameOf(location.uri) === 'van-hanh.okr.md'),
      `found in ${found.map(({ location }) => nameOf(location.uri))}`,
    );
  });

  it('a line above each objective counts, and hints show progress', async () => {
    const { document } = await openFile('company.okr.md');
    const lenses = await until(async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      const titles = all.flatMap(({ command }) => command?.title ?? []);
      return titles.some((title) => /measurable/.test(title)) ? all : undefined;
    }, 'code lenses');
    same(
      lenses.map(({ range }) => range.start.line),
      [positionOf(document, '## Objective 1').line, positionOf(document, '## Objective 2').line],
      'lines with a lens',
    );
    ok(/2 of 2 .*measurable/.test(lenses[0]?.command?.title ?? ''), `lens: ${lenses[0]?.command?.title}`);
    const hints = await answer<vscode.InlayHint[]>(
      'inlay hints',
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const texts = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    // 71% to 82%, now 77%.
    ok(/^55\s?%/.test(texts[0] ?? ''), `hints: ${texts}`);
  });

  it('a selection grows along the meaning, and words are coloured by it', async () => {
    const { document } = await openFile('company.okr.md');
    const at = positionOf(document, 'Raise the share of shops that renew from 7');
    const [range] = await answer<vscode.SelectionRange[]>(
      'selection ranges',
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at],
    );
    const texts: string[] = [];
    for (let each = range; each; each = each.parent as vscode.SelectionRange)
      texts.push(document.getText(each.range));
    ok(
      texts.some((text) => /^Raise the share of shops that renew from 71% to 82%/.test(text)),
      `no sentence in ${texts.join(' | ')}`,
    );
    ok(texts.includes('71%'), `no value in ${texts.join(' | ')}`);
    const tokens = await until(async () => {
      const all = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return all && all.data.length > 0 ? all : undefined;
    }, 'semantic tokens');
    ok(tokens.data.length >= 5 * 8, `only ${tokens.data.length / 5} tokens`);
  });
});
