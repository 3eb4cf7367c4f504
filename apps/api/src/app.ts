import { createServer, type Server } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { DomainError } from '@rollcall/contracts';
import express, { type Express, type RequestHandler } from 'express';
import type { Actor } from './access/actor.js';
import type { DocumentRules } from './access/free-documents.js';
import { sendDocs } from './docs/docs-page.js';
import type { GraphQLContext } from './graphql/context.js';
import type { Loaders } from './graphql/loaders.js';
import { operationDeadline } from './graphql/operation-deadline.js';
import { readJsonBody } from './http/body.js';
import { bodyDeadline } from './http/body-deadline.js';
import { closeWhenForwarded } from './http/close-when-forwarded.js';
import { documentGuard } from './http/document-guard.js';
import { downloadDeadline } from './http/download-deadline.js';
import { type FileRoutesOptions, fileRoutes } from './http/file-routes.js';
import { errorHandler, sendError } from './http/http-error.js';
import { createFaultLog, type Logger } from './http/logger.js';
import { noteRateLimit } from './http/rate-limit-headers.js';
import { type Authenticate, requestContext, requestContextOf } from './http/request-context.js';
import { securityHeaders } from './http/security-headers.js';
import { TIME_LIMITS, type TimeLimits } from './http/time-limits.js';
import type { Metrics } from './metrics/metrics.js';
import { sendMetrics } from './metrics/send-metrics.js';
import { type ScimRoutesOptions, scimRoutes } from './scim/scim-routes.js';

export interface AppOptions {
  readonly apollo: ApolloServer<GraphQLContext>;
  readonly authHandler: RequestHandler;
  readonly authenticate: Authenticate;
  readonly createLoaders: (actor: Actor | null) => Loaders;
  readonly exportHandler: RequestHandler<{ token: string }>;
  readonly isReady: () => Promise<boolean>;
  readonly schemaText: string;
  /** The reference of the API, as HTML. */
  readonly docs: string;
  readonly documents: DocumentRules;
  readonly files: Omit<FileRoutesOptions, 'identify' | 'timeLimits'>;
  readonly scim: Pick<ScimRoutesOptions, 'people' | 'publicUrl'>;
  /** Left out: there is no `/metrics`. */
  readonly metrics?: { readonly of: Metrics; readonly token: string } | undefined;
  /** Default: TIME_LIMITS. */
  readonly timeLimits?: TimeLimits;
  readonly newId: () => string;
  readonly log: Logger;
}

/** Puts the HTTP surface together. `apollo` must have been started. */
export function createApp(options: AppOptions): Express {
  const {
    apollo,
    authHandler,
    exportHandler,
    authenticate,
    createLoaders,
    isReady,
    schemaText,
    docs,
    documents,
    files,
    scim,
    metrics,
    newId,
    log,
    timeLimits = TIME_LIMITS,
  } = options;
  const { authBodyMs, bodyMs, silenceMs, unreadMs } = timeLimits;
  const app = express();
  const faults = createFaultLog(log);
  app.disable('x-powered-by');
  app.disable('etag');
  // The dashboard on this machine hands requests on; nobody else's word about the caller's address counts.
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders());
  app.use(closeWhenForwarded());
  if (metrics !== undefined) {
    app.get('/metrics', sendMetrics(metrics.of, metrics.token));
    app.use(metrics.of.timeRequests);
  }
  app.get('/livez', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', (_request, response, next) => {
    isReady().then(
      (ready) => void response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'not ready' }),
      next,
    );
  });
  app.get('/schema.graphql', (_request, response) => void response.type('text/plain').send(schemaText));
  app.get('/docs', sendDocs(docs));
  // Before any body is read: better-auth reads its own.
  app.all('/api/auth/{*any}', bodyDeadline({ wholeMs: authBodyMs, silenceMs }), authHandler);
  app.use('/exports', downloadDeadline(unreadMs));
  app.use(fileRoutes({ ...files, timeLimits, identify: requestContext(authenticate, newId) }));
  app.get('/exports/:token', exportHandler);
  app.use(
    '/scim',
    bodyDeadline({ wholeMs: bodyMs, silenceMs }),
    scimRoutes({ ...scim, identify: requestContext(authenticate, newId), faults, newId }),
  );
  app.post(
    '/graphql',
    operationDeadline(timeLimits),
    requestContext(authenticate, newId),
    bodyDeadline({ wholeMs: bodyMs, silenceMs }),
    readJsonBody(),
    documentGuard(documents),
    expressMiddleware(apollo, {
      context: async ({ req, res }) => {
        const { requestId, actor } = requestContextOf(res);
        return {
          ...{ requestId, actor, clientAddress: req.ip ?? 'unknown', loaders: createLoaders(actor) },
          deadline: res.locals.deadline,
          noteRateLimit: (name, state) => noteRateLimit(res, name, state),
        };
      },
    }),
  );
  app.all('/graphql', (_request, response) => {
    response.setHeader('allow', 'POST');
    sendError(response, new DomainError('BAD_USER_INPUT', { details: { problem: 'Send a POST.' } }), {
      httpStatus: 405,
    });
  });
  app.use((_request, response) => sendError(response, new DomainError('NOT_FOUND')));
  app.use(errorHandler(faults, newId));
  return app;
}

/** Listens; resolves with the server, rejects if the port is taken. Bodies have limits of their own, by their routes. */
export function listen(
  app: Express,
  port: number,
  host: string,
  { headersMs, checkMs, uploadMs }: TimeLimits = TIME_LIMITS,
): Promise<Server> {
  const longest = { headersTimeout: headersMs, requestTimeout: headersMs + uploadMs };
  const server = createServer({ ...longest, connectionsCheckingInterval: checkMs }, app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.off('error', reject)));
  });
}
