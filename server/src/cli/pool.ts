/** Runs jobs over files: in this thread where they are few, else in some threads beside it. */
import { availableParallelism, loadavg } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { createOkrLanguageService } from '../service';
import { type FileJob, type FileResult, runJob } from './jobs';

/** After so long (ms) it is known how fast this thread is, and whether others would help it. */
const TRIAL = 300;
/** A thread has to load everything before it helps: it pays where at least so much (ms) is left to do. */
const WORTH_A_THREAD = 2000;
const MOST_THREADS = 8;

/** How to start threads, and how many at most; undefined: as many as this machine has nothing else to do for. */
export interface Threads {
  readonly start: () => Worker;
  readonly most?: number | undefined;
}

/** Processors that are free now. A thread that has to wait for one only costs. */
function idleProcessors(): number {
  const [load = 0] = loadavg();
  return Math.floor(availableParallelism() - load);
}

/** How many threads to add when `left` ms of work are left after `spent`. A number that was asked for is obeyed. */
function threadsFor({ most }: Threads, spent: number, left: number): number {
  if (most !== undefined) return Math.min(most, MOST_THREADS);
  if (spent < TRIAL || left < WORTH_A_THREAD) return 0;
  return Math.min(MOST_THREADS, idleProcessors(), Math.floor(left / WORTH_A_THREAD));
}

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
 * Results in the order of the jobs. `done` is called after each file. Threads are started once it shows that the jobs
 * take long. Rejects if one of them ends before its time.
 */
export async function runJobs(
  jobs: readonly FileJob[],
  threads: Threads | undefined,
  done: () => void,
): Promise<FileResult[]> {
  const results: FileResult[] = new Array(jobs.length);
  const service = createOkrLanguageService();
  let next = 0;
  const take = () => (next < jobs.length ? next++ : undefined);
  const others: Promise<void>[] = [];
  const start = performance.now();
  for (let index = take(); index !== undefined; index = take()) {
    results[index] = await runJob(service, jobs[index] as FileJob);
    done();
    const spent = performance.now() - start;
    if (threads && others.length === 0) {
      const left = (spent / next) * (jobs.length - next);
      const wanted = Math.min(threadsFor(threads, spent, left), jobs.length - next);
      for (let n = 0; n < wanted; n++) others.push(serve(threads.start(), jobs, take, results, done));
    }
    // Lets the answers of other threads in, so that they get their next job.
    if (others.length > 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(others);
  return results;
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
