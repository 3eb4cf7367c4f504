/** Where a value would be and there is none. In a table laid out as cards, the whole line goes. */
export function None() {
  return <span data-none>–</span>;
}
