/** Runs jobs over files: in this thread where they are few, else in some threads beside it. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { createOkrLanguageService, type OkrLanguageService } from '../service';
import { type FileJob, type FileResult, runJob } from './jobs';

/** A thread costs its start, about as much as reading so many bytes of OKR documents. */
const BYTES_PER_THREAD = 250_000;
const MOST_THREADS = 8;

/** What workers and the main thread say to each other. */
export interface JobMessage {
  readonly index: number;
  readonly job: FileJob;
}
export interface ResultMessage {
  readonly index: number;
  readonly result: FileResult;
}

/**
 * Results in the order of the jobs. `bytes` is how much there is to read at most; `done` is called after each file.
 * Rejects if a thread ends before its time.
 */
export async function runJobs(
  jobs: readonly FileJob[],
  bytes: number,
  startWorker: (() => Worker) | undefined,
  done: () => void,
): Promise<FileResult[]> {
  const wanted = Math.floor(bytes / BYTES_PER_THREAD);
  const threads = Math.min(MOST_THREADS, availableParallelism() - 1, wanted, jobs.length - 1);
  const results: FileResult[] = new Array(jobs.length);
  let next = 0;
  const take = () => (next < jobs.length ? next++ : undefined);
  const workers = startWorker && threads > 0 ? Array.from({ length: threads }, startWorker) : [];
  const others = workers.map((worker) => serve(worker, jobs, take, results, done));
  await Promise.all([work(createOkrLanguageService(), jobs, take, results, done), ...others]);
  return results;
}

/** This thread takes its share, too. */
async function work(
  service: OkrLanguageService,
  jobs: readonly FileJob[],
  take: () => number | undefined,
  results: FileResult[],
  done: () => void,
): Promise<void> {
  for (let index = take(); index !== undefined; index = take()) {
    results[index] = await runJob(service, jobs[index] as FileJob);
    done();
    // Lets the answers of other threads in, so that they get their next job.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Jobs on their way to a thread, so that it does not wait while this one is busy. */
const AHEAD = 4;

/** Hands jobs to a thread until there are none left. */
function serve(
  worker: Worker,
  jobs: readonly FileJob[],
  take: () => number | undefined,
  results: FileResult[],
  done: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let open = 0;
    const hand = () => {
      const index = take();
      if (index === undefined) return;
      open++;
      worker.postMessage({ index, job: jobs[index] } as JobMessage);
    };
    const settle = () => {
      if (open > 0) return;
      void worker.terminate();
      resolve();
    };
    worker.on('message', ({ index, result }: ResultMessage) => {
      results[index] = result;
      open--;
      done();
      hand();
      settle();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (open > 0) reject(new Error(`a thread ended with exit code ${code}`));
    });
    for (let n = 0; n < AHEAD; n++) hand();
    settle();
  });
}
