// Mocha's browser build: it runs in a Web Worker and in Node.js alike and needs no file system.
import 'mocha/mocha.js';
import { ConsoleReporter } from './reporter';

/** What `--grep=` of the run's script says. */
declare const E2E_GREP: string;

// `mocha.run` reads a query from the address of the page; Node.js has none.
const host = globalThis as { location?: { search?: string } };
host.location ??= { search: '' };

// The first thing to be slow is VS Code's start of the extension, not a test.
const grep = E2E_GREP;
const reporter = ConsoleReporter as unknown as Mocha.ReporterConstructor;
mocha.setup({ ui: 'bdd', reporter, timeout: 30_000, slow: 2_000, ...(grep && { grep }) });
