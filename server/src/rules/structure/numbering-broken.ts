import type { Item } from '../../document/model';
import { onSpan } from '../places';
import type { GroupContext, GroupHit, GroupRule } from '../rule';

interface Number {
  readonly value: number;
  /** What stands before it in the label: `KR 1.`. */
  readonly stem: string;
}

/** Signs behind the number of a label, and its digits, are at most so many. */
const LONGEST_PART = 4;
const CLOSING = /[\s:：.)\]]/;
const DIGIT = /\d/;

/** The number that a key result's label ends with; none for `KR`. */
export function labelNumber({ label }: Item): Number | undefined {
  const text = label?.text ?? '';
  let end = text.length;
  while (end > Math.max(0, text.length - LONGEST_PART) && CLOSING.test(text.charAt(end - 1))) end--;
  let start = end;
  while (start > Math.max(0, end - LONGEST_PART) && DIGIT.test(text.charAt(start - 1))) start--;
  return start === end ? undefined : { value: Number(text.slice(start, end)), stem: text.slice(0, start) };
}

/**
 * KR1, KR1, KR3: the first number that comes twice, or after a greater one. A gap alone may be meant: who drops KR2
 * need not rename KR3. Domain note §3.2.
 */
export const numberingBroken: GroupRule = {
  id: 'numbering-broken',
  scope: 'document',
  source: 'structure',
  checkGroup({ objective }: GroupContext): readonly GroupHit[] {
    let last: Number | undefined;
    for (const kr of objective.keyResults) {
      const number = labelNumber(kr.item);
      // Where only some are numbered, or in several ways, nobody counts.
      if (!number || !kr.item.label) return [];
      if (last && last.stem !== number.stem) return [];
      if (last && number.value <= last.value) {
        const words = kr.item.label.text.trim();
        const expected = `${number.stem}${last.value + 1}`.trim();
        return [onSpan(kr, kr.item.label.span, { params: { words, expected } })];
      }
      last = number;
    }
    return [];
  },
};
