/** The language server in Node: `okr-language-server --stdio | --node-ipc | --socket=N`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './files.node';
import { sessionOrder } from './lsp/lifecycle';
import { startServer } from './lsp/server';
import { VERSION } from './service/version';

const USAGE = `okr-language-server ${VERSION}: the okrlint language server

Usage: okr-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
       okr-language-server --version | --help

Editors start it; most want --stdio.`;

const flags = process.argv.slice(2);
const transport = flags.some((flag) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(flag));
if (flags.includes('--version')) {
  process.stdout.write(`${VERSION}\n`);
} else if (flags.includes('--help')) {
  process.stdout.write(`${USAGE}\n`);
} else if (!transport) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  // A fault in work that nobody waits for costs that work, never the session.
  process.on('unhandledRejection', (fault) => console.error('okrlint:', fault));
  startServer(createConnection(ProposedFeatures.all, { messageStrategy: sessionOrder() }), nodeFiles);
}
