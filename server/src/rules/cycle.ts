import type { LocatedObjective } from '../document/model';
import { type Cycle, cycleOf, cycleOfDocument, type FiscalYear, namesFiscalYear } from '../progress';
import type { DocumentContext } from './rule';

/** The cycle of an objective, or that of the configuration where the document names none. */
export function cycleFor(
  { document, path, cycle, fiscalYear }: DocumentContext,
  objective?: LocatedObjective,
): Cycle | undefined {
  return cycleOfDocument(document, objective, path, fiscalYear) ?? configuredCycle(cycle, fiscalYear);
}

/** The same where its days are certain: a fiscal year begins when somebody has said so, and else nobody knows when. */
export function certainCycle(context: DocumentContext, objective?: LocatedObjective): Cycle | undefined {
  return certain(cycleFor(context, objective));
}

export function certain(cycle: Cycle | undefined): Cycle | undefined {
  return cycle && !cycle.fiscal && namesFiscalYear(cycle) ? undefined : cycle;
}

interface Configured {
  readonly text: string;
  readonly fiscalYear: FiscalYear | undefined;
  readonly cycle: Cycle | undefined;
}
let configured: Configured | undefined;

function configuredCycle(text: string | undefined, fiscalYear: FiscalYear | undefined): Cycle | undefined {
  if (text === undefined) return undefined;
  if (configured?.text !== text || configured.fiscalYear !== fiscalYear)
    configured = { text, fiscalYear, cycle: cycleOf(text, {}, fiscalYear) };
  return configured.cycle;
}
