/** Times of functions, by tinybench. All in milliseconds. */
import { Bench } from 'tinybench';

export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
}

export interface MeasureOptions {
  /** How long to go on, and how often at least. */
  readonly time?: number;
  readonly iterations?: number;
  /** Not for what takes seconds. */
  readonly warmup?: boolean;
}

const P95 = 0.95;

/** Runs `task` again and again; each run must do the whole work anew. */
export async function measure(
  task: () => unknown,
  { time = 300, iterations = 5, warmup = true }: MeasureOptions = {},
): Promise<Timing> {
  const samples: number[] = [];
  const bench = new Bench({
    time,
    iterations,
    warmup,
    warmupTime: time / 4,
    warmupIterations: 2,
    throws: true,
  });
  bench.add(
    'task',
    async () => {
      const before = performance.now();
      await task();
      const duration = performance.now() - before;
      samples.push(duration);
      return { overriddenDuration: duration };
    },
    { async: true },
  );
  // Warming up runs the task as well; those samples do not count.
  bench.addEventListener('start', () => {
    samples.length = 0;
  });
  await bench.run();
  return summary(samples);
}

/** One run, for what takes seconds. */
export const measureOnce = (task: () => unknown) => measure(task, { time: 0, iterations: 1, warmup: false });

/** Three runs, for what is compared. */
export const measureThrice = (task: () => unknown) =>
  measure(task, { time: 0, iterations: 3, warmup: false });

/** Median and 95th percentile of samples in milliseconds. */
export function summary(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(P95), samples: sorted.length };
}
