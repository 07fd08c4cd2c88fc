import type { Severity } from './rule';

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
