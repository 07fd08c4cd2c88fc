/**
 * The server as the operating system or the browser sees it. The extension has no way of ending it but its own
 * commands, and shall have none: a process is found by its parent, a worker by taking the place of `Worker`.
 */
import * as vscode from 'vscode';
import { ok } from './check';

const { process: node } = globalThis as { process?: NodeJS.Process };
export const IN_NODE = Boolean(node?.versions?.node);

const workers: Worker[] = [];

/** Makes sure that the running server can be ended. */
export async function watchServer(): Promise<void> {
  if (IN_NODE || workers.length > 0) return;
  const scope = globalThis as { Worker: typeof Worker };
  const Original = scope.Worker;
  scope.Worker = new Proxy(Original, {
    construct(target, args: ConstructorParameters<typeof Worker>) {
      const worker = new target(...args);
      // Other extensions have servers too.
      if (String(args[0]).endsWith('/dist/language-server.js')) workers.push(worker);
      return worker;
    },
  });
  await vscode.commands.executeCommand('okrlint.restartServer');
}

/** Ends the server without a word to anybody. */
export async function endServer(): Promise<void> {
  if (IN_NODE) {
    const pids = await serverProcesses();
    ok(pids.length === 1, `${pids.length} server processes`);
    for (const pid of pids) node?.kill(pid, 'SIGKILL');
  } else {
    const worker = workers.at(-1);
    ok(worker, 'no worker');
    worker.terminate();
  }
}

/** Process numbers of the servers that this extension host has started. */
export async function serverProcesses(): Promise<number[]> {
  const { execFileSync } = await import('node:child_process');
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/, 2).map(Number);
    return parent === node?.pid && /dist.server\.js/.test(line) && pid !== undefined ? [pid] : [];
  });
}
