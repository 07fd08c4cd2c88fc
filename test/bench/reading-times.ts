/** What the benchmarks of the document stage measure. */
import {
  type OkrDocument,
  readDocument,
  type TextEdit,
  updateDocument,
} from '../../server/src/document/index';
import { summary, type Timing } from './measure';

export const KB = 1_000;
export const MB = 1_000 * KB;
const OPTIONS = { path: 'team.okr.md' };

/** All that somebody who draws the document would ask for. */
export function read(text: string): OkrDocument {
  const document = readDocument(text, OPTIONS);
  document.objectives();
  return document;
}

interface Step {
  readonly text: string;
  readonly edit: TextEdit;
}

const KEY_PRESSES = 12;

/** Single letters typed inside words all over the text, each taken back; the texts are made beforehand. */
function keyPresses(text: string): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < KEY_PRESSES; i++) {
    let at = Math.floor(((i + 0.5) / KEY_PRESSES) * text.length);
    while (at < text.length - 1 && !/[a-z]/.test(text[at] ?? '')) at++;
    const typed = Buffer.from(`${text.slice(0, at)}e${text.slice(at)}`).toString();
    steps.push(
      { text: typed, edit: { span: { start: at, end: at }, newText: 'e' } },
      { text, edit: { span: { start: at, end: at + 1 }, newText: '' } },
    );
  }
  return steps;
}

/** Key presses over the whole of `text`, for at least `time` milliseconds. */
export function measureKeyPress(text: string, time = 400): Timing {
  const steps = keyPresses(text);
  let document = read(text);
  const samples: number[] = [];
  const press = (step: Step) => {
    const before = performance.now();
    document = updateDocument(document, step.text, [step.edit], OPTIONS);
    document.objectives();
    samples.push(performance.now() - before);
  };
  for (const step of steps) press(step);
  samples.length = 0;
  const end = performance.now() + time;
  do for (const step of steps) press(step);
  while (performance.now() < end);
  return summary(samples);
}
