import { SEVERITY_RANK, type Severity } from './rule';

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

export const SEVERITIES = (Object.keys(SEVERITY_RANK) as Severity[]).sort(
  (a, b) => SEVERITY_RANK[a] - SEVERITY_RANK[b],
);

export function countsOf(severities: Iterable<Severity>): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const severity of severities) counts[severity]++;
  return counts;
}

/** `sum` with `times` as many as `counts` more; less where that is negative. */
export function addCounts(sum: Record<Severity, number>, counts: Counts, times = 1): void {
  for (const severity of SEVERITIES) sum[severity] += times * counts[severity];
}

/** Which severities there are among some: bit 0 for the worst, and so on. */
export type Present = number;

export function presentIn(counts: Counts): Present {
  let present = 0;
  for (const severity of SEVERITIES) if (counts[severity] > 0) present |= 1 << SEVERITY_RANK[severity];
  return present;
}

const MILDER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
};

/** The severity of a hit: a reminder is said one step more mildly. */
export function softened(severity: Severity, mild: boolean | undefined): Severity {
  return mild ? MILDER[severity] : severity;
}
