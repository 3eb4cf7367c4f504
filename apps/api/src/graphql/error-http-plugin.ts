import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError, ERRORS } from '@rollcall/contracts';
import type { GraphQLContext } from './context.js';

/** How long a caller should wait when the answer is 429 or 503 and the error does not say. */
const RETRY_AFTER_SECONDS = 1;

/**
 * Overload and throttling are also told in HTTP, so that proxies and clients back off: 503 or 429 with Retry-After.
 * All other answers of GraphQL stay 200 or 400 as the protocol wants.
 */
export const errorHttpPlugin: ApolloServerPlugin<GraphQLContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ errors, response }) {
        for (const error of errors ?? []) {
          const cause = unwrapResolverError(error);
          if (!(cause instanceof DomainError)) continue;
          const { httpStatus } = ERRORS[cause.code];
          if (httpStatus !== 503 && httpStatus !== 429) continue;
          response.http.status = httpStatus;
          const seconds = cause.details?.retryAfterSeconds;
          response.http.headers.set('retry-after', String(typeof seconds === 'number' ? seconds : RETRY_AFTER_SECONDS));
        }
      },
    };
  },
};
