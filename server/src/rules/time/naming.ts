/** Whether and where a document says when: its cycle, its deadlines, its owners in the lines above the objectives. */
import type { FieldName, Item, Located } from '../../document/model';
import { findPeriod } from '../../document/period';
import { fieldOf } from '../../document/words';
import { cycleEntry } from '../../progress';
import { foldText } from '../../text/fold';
import { cycleFor } from '../group-checks';
import type { DocumentContext } from '../rule';

/** What stands above the first objective, without front matter; nobody introduces OKRs at greater length. */
const LONGEST_HEAD = 2_000;

function headOf({ document, objectives }: DocumentContext): string {
  const [first] = objectives;
  const start = document.frontMatter?.span.end ?? 0;
  const end = first ? first.offset + first.item.span.start : start;
  return document.text.slice(start, Math.min(end, start + LONGEST_HEAD));
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

const dated = new WeakMap<Item, boolean>();

/** Whether an item says by when. */
export function isDated(context: DocumentContext, located: Located<Item>): boolean {
  const { item } = located;
  let known = dated.get(item);
  if (known === undefined) {
    known =
      item.fields.some(({ name }) => name === 'due' || name === 'cycle') ||
      context.factsOf(located).deadline !== undefined;
    dated.set(item, known);
  }
  return known;
}

/** Whether the document as a whole names a cycle, in any words. */
export function namesCycle(context: DocumentContext): boolean {
  const { document, objectives } = context;
  if ((cycleEntry(document.frontMatter)?.text ?? '') !== '') return true;
  if (objectives[0]?.period !== undefined || cycleFor(context) !== undefined) return true;
  if (
    objectives.some(
      ({ period, item }) => period !== undefined || item.fields.some(({ name }) => name === 'cycle'),
    )
  )
    return true;
  const head = headOf(context);
  return findPeriod(head) !== undefined || headNames(context, 'cycle') || headNames(context, 'due');
}

/** Whether any key result or objective says by when. */
export function namesDeadline(context: DocumentContext): boolean {
  return context.objectives.some(
    (objective) => isDated(context, objective) || objective.keyResults.some((kr) => isDated(context, kr)),
  );
}
