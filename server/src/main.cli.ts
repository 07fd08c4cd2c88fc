/** The `okrlint` command in a process. */
import { buffer } from 'node:stream/consumers';
import { run } from './cli/run';

const now = new Date();
const two = (n: number) => String(n).padStart(2, '0');

// A reader that closes the pipe early (`| head`) has seen enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  readStdin: () => buffer(process.stdin),
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
}).then((code) => {
  process.exitCode = code;
});
