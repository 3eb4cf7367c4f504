import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { RateLimiter } from '../http/rate-limiter.js';
import type { GraphQLContext } from './context.js';
import { FACE_OPERATIONS } from './limits.js';

/**
 * Counts each operation with a face that a key asks for, in place. After the access rules: what is forbidden is not counted.
 * People at a kiosk share one session, and are held back by the queue of the engine alone.
 */
export function limitFaceOperations(schema: GraphQLSchema, limiter: RateLimiter): void {
  const fields = schema.getMutationType()?.getFields() ?? {};
  for (const name of FACE_OPERATIONS) {
    const field = fields[name];
    if (field === undefined) throw new Error(`There is no operation ${name} to be limited`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context, info) => {
      const { actor } = context as GraphQLContext;
      if (actor?.kind === 'API_KEY') limiter.take(actor.id);
      return resolve(source, args, context, info);
    };
  }
}
