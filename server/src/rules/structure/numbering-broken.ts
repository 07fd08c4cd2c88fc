import type { Item } from '../../document/model';
import { onSpan } from '../places';
import type { GroupContext, GroupHit, GroupRule } from '../rule';

interface Number {
  readonly value: number;
  /** What stands before it in the label: `KR 1.`. */
  readonly stem: string;
}

/** The number that a key result's label ends with; none for `KR`. */
export function labelNumber({ label }: Item): Number | undefined {
  const text = label?.text.replace(/[\s:：.)\]]{0,4}$/u, '') ?? '';
  // regex: a label is a few characters
  const digits = /\d+$/u.exec(text.slice(-4))?.[0];
  return digits === undefined
    ? undefined
    : { value: Number(digits), stem: text.slice(0, text.length - digits.length) };
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
