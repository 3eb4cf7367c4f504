import {
  astFromValue,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  print,
} from 'graphql';
import type { AcceptedBreakingChange } from './accepted-breaking-changes.js';
import { describedElements } from './described-elements.js';

const DATE = /\b\d{4}-\d{2}-\d{2}\b/;
const MIN_REASON_LENGTH = 20;

/**
 * What stops a program that was written for the released schema from working as before, a sentence each. That is what the library
 * calls breaking, and defaults that changed: the same request then means something else.
 */
export function breakingChanges(released: GraphQLSchema, present: GraphQLSchema): readonly string[] {
  const defaults = findDangerousChanges(released, present).filter(
    ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  const changes = [...findBreakingChanges(released, present), ...defaults].map(({ description }) => description);
  return [...changes, ...changedInputDefaults(released, present)];
}

/** The library looks at defaults of arguments only. */
function changedInputDefaults(released: GraphQLSchema, present: GraphQLSchema): readonly string[] {
  return Object.values(released.getTypeMap()).flatMap((type) => {
    const now = present.getType(type.name);
    if (!isInputObjectType(type) || !isInputObjectType(now)) return [];
    const fields = now.getFields();
    return Object.values(type.getFields()).flatMap((before) => {
      const after = fields[before.name];
      if (after === undefined || defaultOf(before) === defaultOf(after)) return [];
      return [`${type.name}.${before.name} has changed its default from ${defaultOf(before)} to ${defaultOf(after)}.`];
    });
  });
}

function defaultOf({ defaultValue, type }: GraphQLInputField): string {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return node == null ? 'none' : print(node);
}

/** Breaking changes that nobody accepted, and acceptances that say too little or are not needed; a sentence each. */
export function evolutionProblems(
  released: GraphQLSchema,
  present: GraphQLSchema,
  accepted: readonly AcceptedBreakingChange[],
): readonly string[] {
  const changes = breakingChanges(released, present);
  const known = new Set(accepted.map(({ change }) => change));
  return [
    ...changes.filter((change) => !known.has(change)),
    ...accepted.flatMap((entry) => acceptanceProblems(entry, changes)),
  ];
}

function acceptanceProblems({ change, on, reason }: AcceptedBreakingChange, changes: readonly string[]): string[] {
  return [
    ...(changes.includes(change) ? [] : [`Accepted, but not there: ${change}`]),
    ...(new RegExp(`^${DATE.source}$`).test(on) ? [] : [`Accepted without a date: ${change}`]),
    ...(reason.trim().length >= MIN_REASON_LENGTH ? [] : [`Accepted without a reason: ${change}`]),
  ];
}

/** Deprecated elements whose reason does not say since when. */
export function undatedDeprecations(schema: GraphQLSchema): readonly string[] {
  return describedElements(schema)
    .filter(({ deprecationReason }) => deprecationReason !== null && !DATE.test(deprecationReason))
    .map(({ path }) => path);
}
