/** A bar on the terminal for runs that take long. */
import { Presets, SingleBar } from 'cli-progress';

/** Shorter runs are over before a bar would be understood (ms). */
const PATIENCE = 700;
const FEWEST = 20;

/** Runs `work`, which calls `done` after each of `total` files; the bar is gone when it is over. */
export async function withProgress<T>(
  stream: NodeJS.WriteStream | undefined,
  total: number,
  work: (done: () => void) => Promise<T>,
): Promise<T> {
  if (!stream || total < FEWEST) return work(() => {});
  const bar = new SingleBar(
    {
      stream,
      format: 'okrlint {bar} {value}/{total} files',
      clearOnComplete: true,
      hideCursor: true,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  let count = 0;
  let shown = false;
  const start = Date.now();
  try {
    return await work(() => {
      count++;
      if (!shown && Date.now() - start < PATIENCE) return;
      if (shown) bar.update(count);
      else bar.start(total, count);
      shown = true;
    });
  } finally {
    if (shown) bar.stop();
  }
}
