/**
 * Ends a `switch` over a closed union: a missing case is a type error, and a value that slipped in at run time throws.
 *
 * @throws Error always
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
