/** A half-open stretch of time in epoch milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export function lengthMs({ fromMs, toMs }: Span): number {
  return Math.max(0, toMs - fromMs);
}

export function totalMs(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthMs(span), 0);
}

/** What `spans` and `other` share. */
export function intersect(spans: readonly Span[], other: Span): readonly Span[] {
  return spans
    .map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, other.fromMs), toMs: Math.min(toMs, other.toMs) }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** What is left of `spans` without any of `holes`. */
export function subtract(spans: readonly Span[], holes: readonly Span[]): readonly Span[] {
  return holes.reduce(
    (left: readonly Span[], hole) =>
      left.flatMap(({ fromMs, toMs }) =>
        [
          { fromMs, toMs: Math.min(toMs, hole.fromMs) },
          { fromMs: Math.max(fromMs, hole.toMs), toMs },
        ].filter((span) => span.fromMs < span.toMs),
      ),
    spans,
  );
}
