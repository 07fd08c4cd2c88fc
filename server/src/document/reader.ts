/**
 * What the readers of headings, paragraphs, lists and tables share: the state, what comes next, the items found so far.
 * What a block is depends on what stands above it (the state) and on what comes next (the signals ahead), never on how
 * the text was cut into chunks.
 */

import type { Inline } from './blocks';
import { labelledField } from './fields';
import { draftItem, type ItemDraft, type ItemSource } from './item';
import { numberIn } from './label-number';
import type { LineKind, ObjectiveLabel } from './line-kind';
import type { FieldName, Item } from './model';
import type { Mode, ReadState } from './read-state';
import type { Section } from './sections';
import { ahead, type Signal } from './signals';

/** Any heading ends an objective that is no heading. */
export const ANY_HEADING = 6;
/** Depth of what was opened by a line, deeper than any heading. */
export const LINE_DEPTH = 7;

export interface HeadingMark {
  readonly at: number;
  readonly depth: number;
  readonly period?: string;
}

export interface Reading {
  readonly items: readonly Item[];
  /** Headings that are no items, for the periods that they name. */
  readonly headings: readonly HeadingMark[];
  readonly stateOut: ReadState;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The first sign of `view` that is not among `skipped`, nor says that measures follow. */
export function firstBeyond(view: string, skipped: string): string {
  for (const sign of view) if (sign !== 'W' && !skipped.includes(sign)) return sign;
  return '';
}

const VIEWS = {
  near: /^[PFtBW]*(?:[KT]|M[PFtB]*[LVKT])/,
  list: /^[PFtBLVW]*(?:[KT]|M[PFtB]*[LVKT])/,
  line: /^F*(?:[KT]|M[PFtB]*[LVKT])/,
  heading: /^[PFtLVW]*(?:[KT]|M[PFtB]*[LVKT])/,
} as const;

/**
 * Whether key results are in view: labelled, in a table, or in a list under "Key Results". What stands under context
 * or initiatives is passed over.
 * @param over what else may stand between: `near` text and bold lines, `list` also lists, `line` only fields,
 *   `heading` text and lists, but no bold line
 */
export function keyResultsIn(view: string, over: keyof typeof VIEWS = 'near'): boolean {
  return VIEWS[over].test(view.replace(/I[PFBLVtW]*/g, ''));
}

/** Whether behind other text and lists a line says that measures follow. */
export const measuresIn = (view: string): boolean => /^[PFBLV]*W[PFB]*[LVKT]/.test(view);

/** Whether a list, or labelled key results, come right behind but for fields. */
export const leadsToKeyResults = (view: string) => /^[LVKTM]/.test(firstBeyond(view, 'F'));

export const wordCount = (text: string) =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** What comes at and behind each signal, where `behind` comes behind the last. */
function viewsOf(signals: readonly Signal[], behind: string): readonly string[] {
  const views = new Array<string>(signals.length);
  let view = behind;
  for (let i = signals.length - 1; i >= 0; i--) {
    view = ahead((signals[i] as Signal).kind, view);
    views[i] = view;
  }
  return views;
}

export class Reader {
  readonly state: Mutable<ReadState>;
  readonly drafts: ItemDraft[] = [];
  readonly headings: HeadingMark[] = [];
  /** Labels of key results that stand in a cell of their own. */
  rowLabels: Map<ItemDraft, string> | undefined;
  /** The last item that is no list item: fields in lines below it are its own, within a unit. */
  private owner: { readonly draft: ItemDraft; readonly unit: number } | undefined;
  /** What comes at and behind each signal. */
  private readonly views: readonly string[];

  constructor(
    readonly mode: Mode,
    stateIn: ReadState,
    private readonly section: Section,
    private readonly aheadOfNext: string,
  ) {
    this.state = { ...stateIn };
    this.views = viewsOf(section.signals, aheadOfNext);
  }

  /** Notes the label of a key result that stands in a cell of its own. */
  nameRow(draft: ItemDraft, label: string): void {
    this.rowLabels ??= new Map();
    this.rowLabels.set(draft, label);
  }

  /** What comes behind `offset`. */
  view(offset: number): string {
    const { signals } = this.section;
    let low = 0;
    let high = signals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((signals[middle]?.at ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return this.views[low] ?? this.aheadOfNext;
  }

  /** What has been read. */
  finish(): Reading {
    // Copies have no room to grow, which every section would keep.
    return { items: this.drafts.slice(), headings: this.headings.slice(), stateOut: this.state };
  }

  /** Unit that `offset` stands in. */
  private unitOf(offset: number): number {
    const { units } = this.section;
    let unit = units.length - 1;
    while (unit > 0 && (units[unit] ?? 0) > offset) unit--;
    return unit;
  }

  /** Adds an item and returns its draft. */
  add(source: ItemSource): ItemDraft {
    const draft = draftItem(source);
    this.drafts.push(draft);
    if (source.kind === 'key-result') this.state.hasKeyResults = true;
    if (source.form !== 'bullet' && source.form !== 'ordered' && source.form !== 'table-row')
      this.owner = { draft, unit: this.unitOf(draft.span.start) };
    return draft;
  }

  /** Opens an objective that headings of level `endsAt` and above end. */
  addObjective(source: Omit<ItemSource, 'kind'>, endsAt: number): ItemDraft {
    const { state } = this;
    this.leaveObjective(endsAt);
    state.part = 'open';
    state.hasObjective = true;
    state.partDepth = 0;
    state.itemOf = source.form === 'bullet' || source.form === 'ordered' ? source.form : 'nothing';
    state.awaiting = 'nothing';
    const draft = this.add({ ...source, kind: 'objective' });
    state.number = numberIn(draft.label?.text);
    return draft;
  }

  /** The item that is no list item and that a block at `offset` stands under, if that is certain. */
  ownerAt(offset: number): ItemDraft | undefined {
    return this.owner?.unit === this.unitOf(offset) ? this.owner.draft : undefined;
  }

  /** The items of the unit that `offset` stands in, as far as they have been read. */
  draftsAround(offset: number): readonly ItemDraft[] {
    const unit = this.unitOf(offset);
    return this.drafts.filter(({ span }) => this.unitOf(span.start) === unit);
  }

  /** Gives a field to the item that the line at `offset` stands under, if that is certain. */
  attachField({ name, end }: Extract<LineKind, { kind: 'field' }>, inline: Inline): void {
    if (name) this.attach(name, inline, end);
  }

  /** @param valueStart where the value begins in the text of `inline` */
  attach(name: FieldName, inline: Inline, valueStart: number): void {
    const field = labelledField(name, inline, valueStart);
    if (field) this.ownerAt(inline.span.start)?.fields.push(field);
  }

  /** Whether unlabelled list items here are key results. */
  takesKeyResults(form: 'bullet' | 'ordered'): boolean {
    const { state } = this;
    if (state.closedAt > 0 || state.keyResultDepth > 0 || state.labelled) return false;
    if (state.part === 'key-results') return state.hasObjective || this.mode.trusted;
    return state.part === 'open' && state.hasObjective && state.itemOf !== form;
  }

  /** Whether there is an objective whose key results are still to come. */
  get awaitsKeyResults(): boolean {
    const { hasObjective, part, hasKeyResults, listed } = this.state;
    return hasObjective && part === 'open' && !hasKeyResults && !listed;
  }

  openKeyResults(depth: number): void {
    const { state } = this;
    state.part = 'key-results';
    state.partDepth = depth;
    state.listed = false;
    state.labelled = false;
    state.awaiting = 'nothing';
    state.closedAt = 0;
    state.keyResultDepth = 0;
  }

  /**
   * Key results that are announced with the number of their objective: where that one is not open, the objectives are
   * listed somewhere above, and the line that announces them stands for it.
   */
  openKeyResultsOf(own: ObjectiveLabel | undefined, source: Omit<ItemSource, 'kind'>, depth: number): void {
    const { state } = this;
    const isOpen =
      this.awaitsKeyResults || (state.hasObjective && depth > state.endsAt && state.endsAt !== ANY_HEADING);
    const number = own && numberIn(source.inline.text.slice(own.start, own.end));
    if (own && !(isOpen && (state.number === 0 || state.number === number))) {
      const draft = this.addObjective({ ...source, own }, Math.min(depth, ANY_HEADING));
      Object.assign(draft, { announces: true });
    }
    this.openKeyResults(depth);
  }

  openPart(part: 'initiatives' | 'other', depth: number): void {
    this.state.part = part;
    this.state.partDepth = depth;
    this.state.listed = false;
    this.state.awaiting = 'nothing';
  }

  /** The title comes in the next paragraph; headings of level `endsAt` and above will end the objective. */
  awaitObjective(endsAt: number): void {
    const { state } = this;
    this.leaveObjective(endsAt);
    state.awaiting = 'objective';
    state.hasObjective = false;
    state.part = 'none';
    state.itemOf = 'nothing';
  }

  /** Forgets what was read of the objective so far; headings of level `endsAt` and above will end the next one. */
  private leaveObjective(endsAt: number): void {
    const { state } = this;
    state.endsAt = endsAt;
    state.number = 0;
    state.closedAt = 0;
    state.keyResultDepth = 0;
    state.listed = false;
    state.labelled = false;
    state.hasKeyResults = false;
    state.reportDepth = 0;
  }
}
