import type { KeyResultItem, Located } from '../../document/model';
import { foldText } from '../../text/fold';
import { EVIDENCE } from '../phrases';
import { inDocument, liveObjectives, onSentence } from '../places';
import type { DocumentContext, DocumentRule } from '../rule';

/** Notes under a key result are a few lines. */
const LONGEST_NOTE = 1_000;

/** Where the notes of a key result end: at the next item or heading. */
function notesEnd({ document }: DocumentContext, kr: Located<KeyResultItem>, next: number): number {
  const own = kr.offset + kr.item.span.end;
  const heading = document.slice(own, own + LONGEST_NOTE).search(/\n#{1,6} /u);
  return Math.min(next, heading < 0 ? own + LONGEST_NOTE : own + heading);
}

/** A link, or a word that says where the number can be looked up, in the key result or in the lines below it. */
function hasEvidence(context: DocumentContext, kr: Located<KeyResultItem>, next: number): boolean {
  if (context.factsOf(kr).metric?.instrument) return true;
  const start = kr.offset + kr.item.span.start;
  const text = context.document.slice(start, notesEnd(context, kr, next));
  return /\]\(|https?:\/\//u.test(text) || EVIDENCE.test(foldText(text));
}

/** Nobody says where the number can be looked up. Off unless asked for. Domain note §3.5. */
export const evidenceMissing: DocumentRule = {
  id: 'evidence-missing',
  scope: 'document',
  source: 'google',
  check(context) {
    const krs = liveObjectives(context).flatMap(({ keyResults }) =>
      keyResults.filter(({ item }) => !item.struck),
    );
    return krs.flatMap((kr, index) => {
      const following = krs[index + 1];
      const next = following ? following.offset + following.item.span.start : Number.POSITIVE_INFINITY;
      return hasEvidence(context, kr, next) ? [] : [inDocument(onSentence(kr))];
    });
  },
};
