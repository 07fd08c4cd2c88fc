/** The findings of `checkWhole` one after another, in document order. */
import type { WholeFindings } from './check';
import type { AnchoredFinding, Finding, Severity } from './rule';

const NOWHERE = Number.POSITIVE_INFINITY;

/** Stands before one finding after another, and makes only those that somebody takes. */
export class InOrder {
  /** Where the next finding begins in the document; behind everything when there is none. */
  start = NOWHERE;
  #group = -1;
  #index = 0;
  /** Where the findings begin in the group where it stands, counted from `#groupOffset`. */
  #starts: readonly number[] = [];
  #groupOffset = 0;
  #groupStart = NOWHERE;
  #other = 0;
  #otherStart = NOWHERE;

  /** Objectives for which `wants` says no are passed over; it is asked when their turn comes. */
  constructor(
    private readonly whole: WholeFindings,
    private readonly wants: (group: number) => boolean = () => true,
  ) {
    this.#stepInGroups();
    this.#stepInOthers();
  }

  get severity(): Severity {
    const { groups, others } = this.whole;
    return this.#otherIsNext
      ? (others[this.#other] as Finding).severity
      : (groups.severitiesOf(this.#group)[this.#index] as Severity);
  }

  get finding(): AnchoredFinding {
    const { groups, others } = this.whole;
    return this.#otherIsNext ? atStart(others[this.#other] as Finding) : groups.at(this.#group, this.#index);
  }

  next(): void {
    if (this.#otherIsNext) {
      this.#other++;
      this.#stepInOthers();
    } else {
      this.#index++;
      this.#stepInGroups();
    }
  }

  get #otherIsNext(): boolean {
    return this.#otherStart < this.#groupStart;
  }

  #stepInGroups(): void {
    const { groups } = this.whole;
    if (this.#index >= this.#starts.length) this.#enterGroup(this.#group + 1);
    this.#groupStart =
      this.#group < groups.length ? this.#groupOffset + (this.#starts[this.#index] as number) : NOWHERE;
    this.start = Math.min(this.#groupStart, this.#otherStart);
  }

  /** Enters the first group from `group` on that has something to say. */
  #enterGroup(group: number): void {
    const { groups } = this.whole;
    let next = group;
    while (next < groups.length && (groups.presentIn(next) === 0 || !this.wants(next))) next++;
    this.#group = next;
    this.#index = 0;
    if (next >= groups.length) return;
    this.#starts = groups.startsOf(next);
    this.#groupOffset = groups.offsetOf(next);
  }

  #stepInOthers(): void {
    this.#otherStart = this.whole.others[this.#other]?.span.start ?? NOWHERE;
    this.start = Math.min(this.#groupStart, this.#otherStart);
  }
}

/** All of them. */
export function inOrder(whole: WholeFindings, wants?: (group: number) => boolean): AnchoredFinding[] {
  const all: AnchoredFinding[] = [];
  for (const at = new InOrder(whole, wants); at.start < NOWHERE; at.next()) all.push(at.finding);
  return all;
}

function atStart(origin: Finding): AnchoredFinding {
  return { origin, anchor: 0, placed: () => ({ ...origin, origin }) };
}
