/** Field by field: what was typed and is not stored yet stays, all else is as it is stored now. */
export function mergeStored<Values extends object>(typed: Values, former: Values, stored: Values): Values {
  const isTyped = (field: keyof Values) => !isEqual(typed[field], former[field]);
  const fields = Object.keys(stored) as (keyof Values)[];
  return Object.fromEntries(fields.map((field) => [field, (isTyped(field) ? typed : stored)[field]])) as Values;
}

/** Values of forms are plain data. */
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
