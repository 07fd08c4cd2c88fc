/**
 * The traits of all objectives of a document. Document rules ask for them at every key press: what they ask most, whether
 * any objective has a trait and which, is read off bits that lie side by side.
 */
/** What document rules need to know of an objective with its key results. */
export interface GroupTraits {
  /** Key results that are not struck through; 0 under a struck objective. */
  readonly live: number;
  /** All key results, struck ones too. */
  readonly keyResults: number;
  /** Any item names its cycle in a field. */
  readonly hasCycleField: boolean;
  /** Any item says by when. */
  readonly isDated: boolean;
  /** Live key results without a date, where their objective has none either; positions among all key results. */
  readonly undated: readonly number[];
  /** Any item, also an initiative, names an owner. */
  readonly namesOwner: boolean;
  /** Live key results without an owner, where their objective has none either. */
  readonly unowned: readonly number[];
  /** Some sentence has capitals that may need an explanation. */
  readonly hasAcronyms: boolean;
  /** Any item says how far it is. */
  readonly isTracked: boolean;
  /** The objective names a weight. */
  readonly hasWeight: boolean;
  /** Numbers that are equal for sentences that say the same (and, rarely, for others); of live key results. */
  readonly hashes: readonly number[];
  /** Two of its hashes are equal. */
  readonly hasTwins: boolean;
  readonly objectiveHash: number | undefined;
}

const HAS = {
  noKeyResults: ({ keyResults }: GroupTraits) => keyResults === 0,
  cycleField: ({ hasCycleField }: GroupTraits) => hasCycleField,
  date: ({ isDated }: GroupTraits) => isDated,
  undated: ({ undated }: GroupTraits) => undated.length > 0,
  owner: ({ namesOwner }: GroupTraits) => namesOwner,
  unowned: ({ unowned }: GroupTraits) => unowned.length > 0,
  acronyms: ({ hasAcronyms }: GroupTraits) => hasAcronyms,
  tracking: ({ isTracked }: GroupTraits) => isTracked,
  weight: ({ hasWeight }: GroupTraits) => hasWeight,
  twins: ({ hasTwins }: GroupTraits) => hasTwins,
} as const satisfies Record<string, (traits: GroupTraits) => boolean>;

export type Trait = keyof typeof HAS;

const TRAITS = Object.keys(HAS) as Trait[];
const BIT = Object.fromEntries(TRAITS.map((trait, n) => [trait, 1 << n])) as Record<Trait, number>;

const bitsOf = (traits: GroupTraits) =>
  TRAITS.reduce((bits, trait) => bits | (HAS[trait](traits) ? BIT[trait] : 0), 0);

/** Whether two of the numbers are equal. */
function repeat(hashes: Iterable<number>): boolean {
  const seen = new Set<number>();
  let count = 0;
  for (const hash of hashes) if (seen.add(hash).size < ++count) return true;
  return false;
}

const objectiveHashes = (groups: readonly GroupTraits[]) =>
  groups.flatMap(({ objectiveHash }) => objectiveHash ?? []);

export class AllTraits {
  /** Which traits any objective has. */
  private readonly present: number;

  constructor(
    private readonly groups: readonly GroupTraits[],
    private readonly bits: Uint16Array,
    /** Whether two objectives say the same, once somebody has asked. */
    private repeats: boolean | undefined,
  ) {
    let present = 0;
    for (let n = 0; n < bits.length; n++) present |= bits[n] as number;
    this.present = present;
  }

  /** The first `first` of these, others, and the last `last` of these. */
  with(first: number, others: readonly GroupTraits[], last: number): AllTraits {
    const rest = this.length - last;
    const groups = this.groups.slice(0, first).concat(others, this.groups.slice(rest));
    const bits = new Uint16Array(groups.length);
    bits.set(this.bits.subarray(0, first));
    bits.set(others.map(bitsOf), first);
    bits.set(this.bits.subarray(rest), first + others.length);
    const [was, is] = [objectiveHashes(this.groups.slice(first, rest)), objectiveHashes(others)];
    const same = was.length === is.length && was.every((hash, n) => hash === is[n]);
    return new AllTraits(groups, bits, same ? this.repeats : undefined);
  }

  get length(): number {
    return this.groups.length;
  }

  at(index: number): GroupTraits | undefined {
    return this.groups[index];
  }

  /** Whether any objective has the trait. */
  some(trait: Trait): boolean {
    return (this.present & BIT[trait]) !== 0;
  }

  has(index: number, trait: Trait): boolean {
    return ((this.bits[index] ?? 0) & BIT[trait]) !== 0;
  }

  /** The objectives that have the trait, by their index. */
  which(trait: Trait): number[] {
    const found: number[] = [];
    if (this.some(trait)) for (let n = 0; n < this.length; n++) if (this.has(n, trait)) found.push(n);
    return found;
  }

  /** How many of something the objectives have in all that have the trait. */
  sum(trait: Trait, of: (traits: GroupTraits) => number): number {
    return this.which(trait).reduce((sum, n) => sum + of(this.groups[n] as GroupTraits), 0);
  }

  /** Whether the hashes of two objectives are equal: only then need any sentence be looked at. */
  objectivesRepeat(): boolean {
    this.repeats ??= repeat(objectiveHashes(this.groups));
    return this.repeats;
  }

  /** The same for the hashes of key results, of all objectives: that looks at each of them. */
  keyResultsRepeat(): boolean {
    return repeat(this.groups.flatMap(({ hashes }) => hashes));
  }
}

export const NO_TRAITS: AllTraits = new AllTraits([], new Uint16Array(), false);
