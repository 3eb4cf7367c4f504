import { DomainError } from '@rollcall/contracts';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { assertLight, createLimitRules, QUERY_LIMITS } from '../graphql/limits.js';

export interface SubscriptionRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

export interface PrepareOptions {
  readonly schema: GraphQLSchema;
  readonly isProduction: boolean;
}

/** The same limits as in HTTP; @throws GraphQLError[] what is wrong with the request */
export function createPrepare({ schema, isProduction }: PrepareOptions) {
  const rules = [...specifiedRules, ...createLimitRules(), ...(isProduction ? [NoSchemaIntrospectionCustomRule] : [])];
  return (request: SubscriptionRequest): DocumentNode | readonly GraphQLError[] => {
    try {
      const document = parse(request.query, { maxTokens: QUERY_LIMITS.tokens });
      const errors = validate(schema, document, rules, { hideSuggestions: isProduction });
      if (errors.length > 0) return errors;
      const operation = getOperationAST(document, request.operationName);
      // Everything else goes over HTTP, where each request is counted and checked anew.
      if (operation?.operation !== 'subscription') return [problem('Only subscriptions go over a WebSocket.')];
      assertLight(schema, document, request);
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  };
}

function problem(sentence: string): GraphQLError {
  const originalError = new DomainError('BAD_USER_INPUT', { details: { problem: sentence } });
  return new GraphQLError(originalError.message, { originalError });
}

/**
 * Runs a subscription with a fresh context for each of its events: what the loaders have read for one event must not answer
 * for the next.
 */
export async function runSubscription(
  args: ExecutionArgs,
  newContext: () => unknown,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const stream = await createSourceEventStream({ ...args, contextValue: newContext() });
  if (!(Symbol.asyncIterator in stream)) return stream;
  const events = stream[Symbol.asyncIterator]();
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    async next() {
      const { done, value } = await events.next();
      if (done === true) return { done, value: undefined };
      return { done: false, value: await execute({ ...args, rootValue: value, contextValue: newContext() }) };
    },
    // Not a generator's: that one would wait for the next event before it ends.
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
  };
  return results;
}
