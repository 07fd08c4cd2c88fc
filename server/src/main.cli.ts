/** The `okrlint` command in a process, and in the threads that it starts for large jobs. */
import { buffer } from 'node:stream/consumers';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { CliIo } from './cli/io';
import { run } from './cli/run';
import { serveJobs } from './cli/worker';

if (isMainThread || !parentPort) main();
else serveJobs(parentPort);

function main(): void {
  // A reader that closes the pipe early (`| head`) has seen enough: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const io: CliIo = {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    readStdin: () => buffer(process.stdin),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    today: today(),
    locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '',
    threads: { start: () => new Worker(__filename), most: wantedThreads() },
    ...(process.stderr.isTTY ? { progress: process.stderr } : {}),
  };
  void run(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
  });
}

/** What `OKRLINT_THREADS` asks for; without it okrlint decides by itself. */
function wantedThreads(): number | undefined {
  const wanted = process.env.OKRLINT_THREADS;
  return wanted !== undefined && /^\d{1,2}$/.test(wanted) ? Number(wanted) : undefined;
}

function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
