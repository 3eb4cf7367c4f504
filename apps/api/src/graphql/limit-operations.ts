import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { RateLimiter } from '../http/rate-limiter.js';
import type { GraphQLContext } from './context.js';
import type { OperationLimit } from './operation-limits.js';

/** A limit and who has taken how much of it, in the memory of this process. */
export interface CountedLimit extends OperationLimit {
  readonly limiter: RateLimiter;
}

export const countLimits = (limits: readonly OperationLimit[], now: () => Date): readonly CountedLimit[] =>
  limits.map((limit) => ({ ...limit, limiter: new RateLimiter({ perMinute: limit.perMinute, now }) }));

/** @throws Error if there is no limit of that name */
export function limiterOf(limits: readonly CountedLimit[], name: string): RateLimiter {
  const limit = limits.find((one) => one.name === name);
  if (limit === undefined) throw new Error(`There is no limit ${name}`);
  return limit.limiter;
}

/**
 * Counts operations before their resolvers run, in place, and tells the caller what is left. Call it before the access rules are
 * applied: what is put in front last runs first, and what is forbidden is not counted.
 *
 * @throws Error naming an operation that does not exist
 */
export function limitOperations(schema: GraphQLSchema, limits: readonly CountedLimit[]): void {
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  for (const limit of limits) {
    for (const name of limit.operations) {
      const field = fields[name];
      if (field === undefined) throw new Error(`There is no operation ${name} to be limited`);
      count(field, limit);
    }
  }
}

function count(field: GraphQLField<unknown, unknown>, { name, by, limiter }: CountedLimit): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const { noteRateLimit, ...asked } = context as GraphQLContext;
    const caller = callerOf(asked, by);
    if (caller !== null) {
      try {
        limiter.take(caller);
      } finally {
        noteRateLimit?.(name, limiter.stateOf(caller));
      }
    }
    return resolve(source, args, context, info);
  };
}

/** Null: this limit is not for them. */
function callerOf({ actor, clientAddress }: Pick<GraphQLContext, 'actor' | 'clientAddress'>, by: OperationLimit['by']) {
  if (by === 'ADDRESS') return clientAddress;
  if (actor === null) return null;
  const isKey = actor.kind === 'API_KEY';
  return by === 'ACTOR' || isKey === (by === 'KEYS') ? actor.id : null;
}
