/** The findings of `checkWhole` one after another, in document order. */
import type { WholeFindings } from './check';
import type { AnchoredFinding, Finding, Severity } from './rule';

const NOWHERE = Number.POSITIVE_INFINITY;

/** Stands before one finding after another, and makes only those that somebody takes. */
export class InOrder {
  #group = -1;
  #index = 0;
  /** Findings of the group where it stands. */
  #length = 0;
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

  /** Where the next finding begins in the document; behind everything when there is none. */
  get start(): number {
    return this.#otherIsNext ? this.#otherStart : this.#groupStart;
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
    while (this.#index >= this.#length && ++this.#group < groups.length) {
      this.#index = 0;
      const { length } = groups.severitiesOf(this.#group);
      this.#length = length > 0 && this.wants(this.#group) ? length : 0;
    }
    this.#groupStart = this.#group < groups.length ? groups.startOf(this.#group, this.#index) : NOWHERE;
  }

  #stepInOthers(): void {
    this.#otherStart = this.whole.others[this.#other]?.span.start ?? NOWHERE;
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
