/** A thread that does jobs for `pool.ts`. */
import type { MessagePort } from 'node:worker_threads';
import { createOkrLanguageService } from '../service';
import { runJob } from './jobs';
import type { JobMessage, ResultMessage } from './pool';

/** Answers jobs on `port` until it is closed. */
export function serveJobs(port: MessagePort): void {
  const service = createOkrLanguageService();
  port.on('message', async ({ index, job }: JobMessage) => {
    port.postMessage({ index, result: await runJob(service, job) } satisfies ResultMessage);
  });
}
