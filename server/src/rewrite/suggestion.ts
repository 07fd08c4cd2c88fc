import type { Span } from '../text/span';

/** A place in a suggested sentence that only its author can fill in. */
export interface Placeholder {
  /** What goes there, in the sentence's language: `baseline`, `target`, `mức hiện tại`. Shown as `‹name›`. */
  readonly placeholder: string;
}

/** Literal text or a placeholder, in order. Literal text is never snippet syntax: escaping is the protocol's matter. */
export type TemplatePart = string | Placeholder;

export type SuggestionKind = 'quickfix' | 'refactor' | 'certain';

/** One replacement in the document. Absolute offsets. */
export interface SuggestedEdit {
  readonly span: Span;
  readonly parts: readonly TemplatePart[];
}

/** One offered change. `certain` ones need no thought and may be applied by `source.fixAll.okrlint`. */
export interface Suggestion {
  /** Stable kind of rewrite: `metric-from-to`, `move-to-initiatives`, `split`, `drop-hedge` ... */
  readonly id: string;
  readonly kind: SuggestionKind;
  /** One line for the quick-fix menu, in the reader's language. */
  readonly title: string;
  readonly edits: readonly SuggestedEdit[];
  /** The whole sentence after the change, for the command line; absent where the change is no rewording. */
  readonly statement?: readonly TemplatePart[];
}

/** The parts as plain text, placeholders as `‹name›`. */
export function plainText(parts: readonly TemplatePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `‹${part.placeholder}›`)).join('');
}
