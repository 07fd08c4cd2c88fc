import * as vscode from 'vscode';
import { ok, same } from './check';
import { endServer, IN_NODE, serverProcesses, watchServer } from './server-process';
import {
  api,
  closeAll,
  findings,
  findingsOf,
  inFolder,
  openFile,
  openUntitled,
  pause,
  until,
} from './support';

/** Where the second sentence of what is typed goes: nothing but a new server can have a finding there. */
const LAST_LINE = 4;
const START = '# Objective 1: Win more of the deals we enter\n\n- KR1: Call more customers\n';
const TYPED = '- KR2: Meet every carrier in person\n- KR3: Hold a workshop with the warehouse\n';
/** A worker tells nobody that it has ended; some seconds pass until that is noticed. */
const PATIENCE = IN_NODE ? 20_000 : 45_000;

const hasHover = (uri: vscode.Uri, line: number) =>
  until(
    async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(line, 10),
      );
      return hovers.length > 0 || undefined;
    },
    `a hover in ${uri.path}`,
    PATIENCE,
  );

const onLine = (uri: vscode.Uri, line: number) =>
  until(
    () => findings(uri).some(({ range }) => range.start.line === line) || undefined,
    `a finding in line ${line} of ${uri.path}`,
    PATIENCE,
  );

inFolder('when the server ends by itself', () => {
  before(watchServer);
  after(async () => {
    await vscode.commands.executeCommand('okrlint.restartServer');
    await closeAll();
  });

  it('is started again in the middle of typing, and the text is what was typed', async function () {
    this.timeout(2 * PATIENCE);
    const other = (await openFile('examples/sales.okr.md')).document;
    const [elsewhere] = await findingsOf(other.uri, 'kr-activity');
    ok(elsewhere, 'no finding');
    const saved = other.getText();
    const editor = await openUntitled(START);
    const { document } = editor;
    await findingsOf(document.uri, 'kr-activity');

    for (const [index, letter] of [...TYPED].entries()) {
      if (index === 12) await endServer();
      await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), letter));
      await pause(20);
    }
    same(document.getText(), START + TYPED, 'the text');

    // What was typed while there was no server, and what was open all the time.
    await onLine(document.uri, LAST_LINE);
    await hasHover(other.uri, elsewhere.range.start.line);
    await onLine(other.uri, elsewhere.range.start.line);
    same(document.getText(), START + TYPED, 'the text afterwards');
    same(other.getText(), saved, 'the other text');
    same(other.isDirty, false, 'unsaved changes in the other text');
  });

  it('says so when that keeps happening, and starts again when asked to', async function () {
    // In a browser it is the same, only slower.
    if (!IN_NODE) return this.skip();
    this.timeout(4 * PATIENCE);
    await vscode.commands.executeCommand('okrlint.restartServer');
    const { document } = await openUntitled(START);
    const { status } = await api();
    const shown: string[] = [];
    let press: (button: string) => void = () => {};
    const window = vscode.window as { showErrorMessage: unknown };
    const original = window.showErrorMessage;
    window.showErrorMessage = (message: string, ...buttons: string[]) => {
      shown.push(message);
      return new Promise((resolve) => {
        press = (button) => resolve(buttons.find((each) => each === button));
      });
    };
    try {
      for (let time = 1; time <= 5; time++) {
        await until(
          async () => {
            if ((await serverProcesses()).length !== 1) return undefined;
            return hasHover(document.uri, 2);
          },
          `server number ${time}`,
          PATIENCE,
        );
        same(
          [shown, status.text === 'okrlint has stopped'],
          [[], false],
          `messages before the end number ${time}`,
        );
        // What is sent before anybody knows of the end fails, each time, and is no reason to give up.
        for (let count = 0; count < 20; count++) {
          void vscode.commands.executeCommand(
            'vscode.executeHoverProvider',
            document.uri,
            new vscode.Position(2, 10),
          );
        }
        await pause(1);
        await endServer();
        const blocked = Date.now() + 300;
        while (Date.now() < blocked);
        await until(async () => (await serverProcesses()).length === 0 || time < 5 || undefined, 'its end');
      }
      await until(() => shown.length > 0 || undefined, 'a message');
      ok(/several times/.test(shown[0] ?? ''), `message: ${shown[0]}`);
      await until(() => status.text === 'okrlint has stopped' || undefined, 'the status');
      await pause(1000);
      same(shown.length, 1, 'messages');
      same(await serverProcesses(), [], 'servers');
      same(document.getText(), START, 'the text');

      press('Restart okrlint');
      await findingsOf(document.uri, 'kr-activity');
      await until(() => /key results measurable/.test(status.text) || undefined, 'the usual status');
    } catch (error) {
      const servers = await serverProcesses();
      throw new Error(`${error}; status: ${status.text}; shown: ${shown}; servers: ${servers}`);
    } finally {
      window.showErrorMessage = original;
    }
  });
});
