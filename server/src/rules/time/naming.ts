/** Whether and where a document says when: its cycle, its deadlines, its owners in the lines above the objectives. */
import type { FieldName } from '../../document/model';
import { findPeriod } from '../../document/period';
import { fieldOf } from '../../document/words';
import { cycleEntry } from '../../progress';
import { foldText } from '../../text/fold';
import type { AllTraits } from '../all-traits';
import { cycleFor } from '../cycle';
import type { DocumentContext } from '../rule';

/** What stands above the first objective, without front matter; nobody introduces OKRs at greater length. */
const LONGEST_HEAD = 2_000;

function headOf({ document, objectives }: DocumentContext): string {
  const first = objectives.unmoved.length > 0 ? objectives.at(0) : undefined;
  const start = document.frontMatter?.span.end ?? 0;
  const end = first ? first.offset + first.item.span.start : start;
  return document.slice(start, Math.min(end, start + LONGEST_HEAD));
}

/** Whether a line above the objectives begins with the name of that field: `**Owner:** Linh`. */
export function headNames(context: DocumentContext, name: FieldName): boolean {
  return headOf(context)
    .split(/[\n\r|]/u)
    .some((line) => {
      const colon = line.search(/[:：]/u);
      if (colon < 0 || colon > 60 || line.slice(colon + 1).replace(/[*_\s]/gu, '') === '') return false;
      return (
        fieldOf(
          foldText(line.slice(0, colon))
            .replace(/[*_>#-]/gu, '')
            .trim(),
        ) === name
      );
    });
}

/** Whether the document as a whole names a cycle, in any words. */
export function namesCycle(context: DocumentContext, groups: AllTraits): boolean {
  const { document, objectives } = context;
  if ((cycleEntry(document.frontMatter)?.text ?? '') !== '') return true;
  if (objectives.unmoved[0]?.period !== undefined || cycleFor(context) !== undefined) return true;
  if (objectives.unmoved.some(({ period }) => period !== undefined)) return true;
  if (groups.some('cycleField')) return true;
  const head = headOf(context);
  return findPeriod(head) !== undefined || headNames(context, 'cycle') || headNames(context, 'due');
}

/** Whether any key result or objective says by when. */
export function namesDeadline(groups: AllTraits): boolean {
  return groups.some('date');
}
