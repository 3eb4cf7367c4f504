import type { ApolloServerPlugin } from '@apollo/server';
import { DomainError } from '@rollcall/contracts';
import { type Deadline, deadlineIn, runWithin } from '@rollcall/db';
import type { RequestHandler } from 'express';
import { sendError } from '../http/http-error.js';
import type { TimeLimits } from '../http/time-limits.js';
import type { GraphQLContext } from './context.js';

/** Queries that may take as long as a change. */
const SLOW_QUERIES: ReadonlySet<string> = new Set(['auditVerification']);

/** Whatever held it up needs a moment. */
const RETRY_AFTER_SECONDS = 5;
const LOOK_EVERY_MS = 1_000;

/**
 * Runs what comes after it with a deadline: first the time in which the request has to be there, then, by the plugin below, that of
 * the kind of operation. Whatever is not answered `graceMs` later is answered here: 503 `TIMEOUT`, with `isOutcomeKnown: false`. Subscriptions and files come other ways.
 */
export function operationDeadline({ bodyMs, graceMs }: TimeLimits): RequestHandler {
  return (_request, response, next) => {
    const deadline: Deadline = deadlineIn(bodyMs);
    const watch = setInterval(() => {
      if (response.headersSent || performance.now() < deadline.endsAtMs + graceMs) return;
      response.setHeader('retry-after', String(RETRY_AFTER_SECONDS));
      sendError(response, new DomainError('TIMEOUT', { details: { isOutcomeKnown: false } }));
    }, LOOK_EVERY_MS);
    response.once('close', () => {
      clearInterval(watch);
      deadline.isOver = true;
    });
    response.locals.deadline = deadline;
    runWithin(deadline, next);
  };
}

/** Gives each operation the time of its kind, from when it begins: who asks and what is known by then. */
export function createDeadlinePlugin({ queryMs, mutationMs }: TimeLimits): ApolloServerPlugin<GraphQLContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue: { deadline } }) {
          if (deadline === undefined || operation === undefined) return;
          const names = operation.selectionSet.selections.map((field) => ('name' in field ? field.name.value : ''));
          const isSlow = operation.operation === 'mutation' || names.some((name) => SLOW_QUERIES.has(name));
          deadline.endsAtMs = deadlineIn(isSlow ? mutationMs : queryMs).endsAtMs;
        },
      };
    },
  };
}
