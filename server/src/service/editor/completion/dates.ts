/** Deadlines within the cycle. */
import { type Cycle, cycleOfDocument } from '../../../progress';
import { textsOf } from '../texts';
import type { CompletionEntry, CompletionRequest, Typed } from './model';

const two = (n: number) => String(n).padStart(2, '0');

/** The last days of the months of a span of time, as ISO dates. */
function monthEnds(start: string, end: string): string[] {
  const ends: string[] = [];
  let [year = 0, month = 0] = start.split('-').map(Number);
  for (let n = 0; n < 24; n++) {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const day = `${year}-${two(month)}-${two(last)}`;
    if (day >= end) break;
    ends.push(day);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  return ends;
}

/** The quarter that a day lies in. */
function quarterOf(today: string): Pick<Cycle, 'start' | 'end'> {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = month - ((month - 1) % 3);
  const last = new Date(Date.UTC(year, first + 2, 0)).getUTCDate();
  return { start: `${year}-${two(first)}-01`, end: `${year}-${two(first + 2)}-${two(last)}` };
}

/** The end of the cycle, then the ends of its months; those that are past only where there is nothing else. */
export function deadlines(
  { document, path, today, offset, reader, settings }: CompletionRequest,
  typed: Typed,
  closed: boolean,
): CompletionEntry[] {
  const at = document.objectives().findLast((one) => one.offset + one.item.span.start <= offset);
  const { start, end } = cycleOfDocument(document, at, path, settings.fiscalYear) ?? quarterOf(today);
  const texts = textsOf(reader).completion;
  const months = monthEnds(start, end);
  const ahead = months.filter((day) => day > today);
  const days = [
    { day: end, detail: texts.endOfCycle },
    ...(end > today ? ahead : months).map((day) => ({ day, detail: texts.endOfMonth })),
  ];
  const closing = closed || document.text[offset] === ')' ? '' : ')';
  return days
    .filter(({ day }) => day.startsWith(typed.text))
    .map(({ day, detail }) => ({
      label: day,
      kind: 'date',
      parts: [`${day}${closing}`],
      span: { start: typed.start, end: offset },
      detail,
    }));
}

/** The quarter of today and the next two, as front matter names them. */
export function quarters(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = year * 4 + Math.floor((month - 1) / 3);
  return [first, first + 1, first + 2].map((n) => `${Math.floor(n / 4)}-Q${(n % 4) + 1}`);
}
