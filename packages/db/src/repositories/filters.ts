import { mongoose } from '@typegoose/typegoose';

/** Operators are built here only; everything else in a filter is a plain value that cannot become an operator. */
const operator = <T extends object>(operators: T): T => mongoose.trusted(operators) as T;

export const oneOf = <T extends string | number>(values: readonly T[]) => operator({ $in: [...values] });

/** Equal to a text that is there; see `oneOfTexts`. */
export const theText = (value: string) => operator({ $eq: value, $type: 'string' as const });

/** Equal to a number that is there; see `oneOfTexts`. */
export const theNumber = (value: number) => operator({ $eq: value, $type: 'number' as const });

/** As `oneOf`, of texts that are there: an index over the documents that have one (`$type: 'string'`) serves only this. */
export const oneOfTexts = (values: readonly string[]) => operator({ $in: [...values], $type: 'string' as const });

export const lessThan = <T>(value: T) => operator({ $lt: value });

export const greaterThan = <T>(value: T) => operator({ $gt: value });

export const atLeast = <T>(value: T) => operator({ $gte: value });

export const atMost = <T>(value: T) => operator({ $lte: value });

/** A moment that is there and has come: an index over the documents that have one (`$type: 'date'`) serves only this. */
export const dueBy = (now: Date) => operator({ $lte: now, $type: 'date' as const });

/** Also where the field is missing. */
export const notAtLeast = <T>(value: T) => operator({ $not: operator({ $gte: value }) });

export const exists = () => operator({ $exists: true });

export const isMissing = () => operator({ $exists: false });

export const notIn = <T extends string | number>(values: readonly T[]) => operator({ $nin: [...values] });

/** Half-open: from ≤ value < to. Undefined if neither end is given. */
export function between<T>(from: T | null | undefined, to: T | null | undefined) {
  if (from == null && to == null) return undefined;
  return operator({ ...(from == null ? {} : { $gte: from }), ...(to == null ? {} : { $lt: to }) });
}

/** A list of lists in which one inner list holds the value. */
export const listsHolding = <T extends string>(value: T) =>
  operator({ $elemMatch: operator({ $elemMatch: operator({ $eq: value }) }) });

/** Contains the text literally; fold case beforehand. */
export const containing = (text: string) => operator({ $regex: text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&') });

/** Leaves out what is undefined. */
export function defined(filter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
