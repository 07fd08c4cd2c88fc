/** The language server in Node: `okr-language-server --stdio | --node-ipc | --socket=N`. */
import { KEPT_JSON } from './kept-json.node';
import { sessionOrder } from './lsp/lifecycle';
import { startServer } from './lsp/server';
import { onLongWork } from './lsp/turns';
import { VERSION } from './service/version';

const USAGE = `okr-language-server ${VERSION}: the okrlint language server

Usage: okr-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
       okr-language-server --version | --help

Editors start it; most want --stdio.`;
const TRANSPORT = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

/**
 * Does what the command line asks for: mostly to start the server. The packages for Node are loaded here alone, because
 * the same bundle runs in workers.
 */
export async function main(flags: readonly string[]): Promise<void> {
  if (flags.includes('--version')) {
    process.stdout.write(`${VERSION}\n`);
  } else if (flags.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
  } else if (!flags.some((flag) => TRANSPORT.test(flag))) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
  } else {
    // A fault in work that nobody waits for costs that work, never the session.
    process.on('unhandledRejection', (fault) => console.error('okrlint:', fault));
    const { createConnection, ProposedFeatures, RAL } = await import('vscode-languageserver/node');
    // The one place where all streams (standard output, sockets, pipes) take their encoder from.
    RAL.install({ ...RAL(), applicationJson: { ...RAL().applicationJson, encoder: KEPT_JSON } });
    const { nodeFiles } = await import('./files.node');
    const { optimiseFor } = await import('./launcher/effort');
    onLongWork((isLong) => optimiseFor(isLong ? 'long-work' : 'typing'));
    startServer(createConnection(ProposedFeatures.all, { messageStrategy: sessionOrder() }), nodeFiles);
  }
}
