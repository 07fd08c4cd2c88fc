/** What a line is by what its start says. */
import type { FieldName } from './model';

/**
 * Where the line stands. A heading, a bold line or an item may leave out the sign after a number (`Objective 5 Grow`);
 * in a paragraph that would be a sentence.
 */
export type LinePlace = 'heading' | 'line' | 'item';

/** The label of an objective inside of a line that announces its key results. */
export interface ObjectiveLabel {
  readonly kind: 'objective';
  readonly start: number;
  readonly end: number;
  readonly sure: true;
  readonly empty: boolean;
}

export type LineKind =
  | {
      readonly kind: 'objective' | 'key-result';
      /** The label with its separator, without what decorates it: offsets in the line. */
      readonly start: number;
      readonly end: number;
      /** Numbered, or a word that means nothing else; such a label needs no other sign that this is an OKR. */
      readonly sure: boolean;
      /** A label that names an objective only where key results follow (`Problem area:`). */
      readonly loose?: boolean;
      /** Nothing stands behind the label. */
      readonly empty: boolean;
      /** Where that begins which announces the key results: `… as measured by:`. */
      readonly stop?: number;
    }
  /** No label, but `… as measured by:` from `stop` on. */
  | { readonly kind: 'measured'; readonly stop: number }
  | { readonly kind: 'initiatives' }
  /** `loose`: in words that head the findings of other texts; `of`: the objective whose key results they are. */
  | { readonly kind: 'key-results'; readonly loose: boolean; readonly of?: ObjectiveLabel }
  /** `whole`: it says nothing else; otherwise two words with one that closes. */
  | { readonly kind: 'closing'; readonly whole: boolean }
  | {
      readonly kind: 'field';
      readonly name: FieldName | undefined;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'plain' };

/** Whether a line says by itself what stands below it: `Objective 1: Grow`, `Initiatives`, but not `Objective 1`. */
export const isTelling = (kind: LineKind): boolean =>
  kind.kind !== 'plain' && kind.kind !== 'field' && !('empty' in kind && kind.empty);

/** What the first line of a quote is the start of: that of a call-out is its title. */
export const quotePlace = (text: string): LinePlace => (text.startsWith('[!') ? 'heading' : 'line');
