/** How long other requests wait while a text of 5 MB is opened: reading and judging it must not hold up the server. */
import { RawClient } from '../protocol/raw-client';
import { MB } from './reading-times';
import type { BenchPart, Report, Row } from './report';
import { HARD_TEXTS, manySections } from './texts';

const SIZE = 5 * MB;
/** Milliseconds between two requests of somebody who goes on working. */
const PAUSE = 5;
const LONGEST_OPENING = 120_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

interface Waits {
  readonly opened: number;
  readonly longest: number;
}

/** Opens a text and asks for something trivial, again and again, until its diagnostics come. */
async function measureWaits(text: string): Promise<Waits> {
  // Who pulls is answered once all is judged; who is published to is told twice of a large document.
  const client = await RawClient.start({ textDocument: { diagnostic: {} } });
  try {
    const ask = async () => {
      const began = performance.now();
      // Nobody knows this method, so that only the waiting is measured.
      await client.request('okrlint/nothing', {}).catch(() => undefined);
      return performance.now() - began;
    };
    await ask();
    let isOpen = false;
    const began = performance.now();
    const uri = 'file:///work/large.okr.md';
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    void client.request('textDocument/diagnostic', { textDocument: { uri } }).then(() => {
      isOpen = true;
    });
    let longest = 0;
    while (!isOpen) {
      longest = Math.max(longest, await ask());
      await pause();
      if (performance.now() - began > LONGEST_OPENING)
        throw new Error('A text was not opened in two minutes.');
    }
    return { opened: performance.now() - began, longest };
  } finally {
    client.kill();
  }
}

async function run(report: Report): Promise<void> {
  const rows: Row[] = [];
  let longest = 0;
  for (const [shape, make] of Object.entries({ 'many sections': manySections, ...HARD_TEXTS })) {
    const waits = await measureWaits(make(SIZE).slice(0, SIZE));
    rows.push({ text: shape, opened: waits.opened, 'longest wait': waits.longest });
    report.figure(`waiting.${shape.replaceAll(' ', '-')}`, waits.longest, 'ms');
    longest = Math.max(longest, waits.longest);
  }
  report.table('While 5 MB are opened, milliseconds', rows);
  report.target({
    what: 'longest wait of another request while 5 MB are opened',
    value: longest,
    bound: 'at most',
    limit: 1_000,
    unit: ' ms',
  });
}

export default {
  title: 'what others wait while the bundled server opens 5 MB (needs `npm run build`)',
  run,
} satisfies BenchPart;
