/** A half-open range `[start, end)` of UTF-16 code units. What it counts from is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same range, counted from `offset` units earlier: relative becomes absolute. */
export function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** `text` without what stands at `spans`, which are in order and do not overlap. */
export function without(text: string, spans: readonly Span[]): string {
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** Whether two half-open ranges share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` covers all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
