import type { LocatedObjective } from '../document/model';
import { type Cycle, cycleOf, cycleOfDocument } from '../progress';
import type { DocumentContext } from './rule';

/** The cycle of an objective, or that of the configuration where the document names none. */
export function cycleFor(context: DocumentContext, objective?: LocatedObjective): Cycle | undefined {
  return cycleOfDocument(context.document, objective, context.path) ?? configuredCycle(context.cycle);
}

let configured: { readonly text: string; readonly cycle: Cycle | undefined } | undefined;

function configuredCycle(text: string | undefined): Cycle | undefined {
  if (text === undefined) return undefined;
  if (configured?.text !== text) configured = { text, cycle: cycleOf(text) };
  return configured.cycle;
}
