import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { DomainError } from '@rollcall/contracts';
import { SlowReaderError } from '@rollcall/db';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Actor } from '../access/actor.js';
import { checkDocument, type DocumentRules } from '../access/free-documents.js';
import type { GraphQLContext } from '../graphql/context.js';
import { createFormatError } from '../graphql/format-error.js';
import type { Loaders } from '../graphql/loaders.js';
import type { AuthenticateSocket } from '../http/authenticate.js';
import { createFaultLog, type Logger } from '../http/logger.js';
import type { RateLimiter } from '../http/rate-limiter.js';
import type { LiveService } from '../modules/live/live.service.js';
import { LiveDoor } from './live-door.js';
import { CLOSE_CODES, LIVE_LIMITS } from './live-limits.js';
import { clientAddressOf, type LiveSocket } from './live-socket.js';
import { createPrepare, runSubscription } from './run-subscription.js';

export interface LiveServerOptions {
  readonly schema: GraphQLSchema;
  readonly authenticate: AuthenticateSocket;
  readonly trustedOrigins: ReadonlySet<string>;
  readonly createLoaders: (actor: Actor) => Loaders;
  readonly limiter: RateLimiter;
  readonly live: LiveService;
  readonly documents: DocumentRules;
  readonly newId: () => string;
  readonly log: Logger;
  readonly isProduction: boolean;
  /** Default: LIVE_LIMITS.recheckMs. */
  readonly recheckMs?: number | undefined;
}

/** Subscriptions over WebSockets at `/graphql`, in the graphql-ws protocol. */
export class LiveServer {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: LIVE_LIMITS.maxMessageBytes });
  private readonly door: LiveDoor;
  private isClosing = false;

  constructor(private readonly options: LiveServerOptions) {
    const { authenticate, log, recheckMs = LIVE_LIMITS.recheckMs } = options;
    const onFault = (error: unknown): void => log.error({ err: error }, 'a listener could not be checked');
    this.door = new LiveDoor({ authenticate, recheckMs, onFault });
    this.serve();
  }

  /** Takes the upgrades of a server; everything else stays with it. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  /** Says goodbye to everybody. Nobody gets in any more. */
  async close(): Promise<void> {
    this.isClosing = true;
    for (const socket of this.sockets.clients) socket.close(CLOSE_CODES.goingAway, 'Going away');
    const cutOff = setTimeout(() => {
      for (const socket of this.sockets.clients) socket.terminate();
    }, LIVE_LIMITS.goodbyeMs);
    await new Promise<void>((resolve) => this.sockets.close(() => resolve()));
    clearTimeout(cutOff);
  }

  /** A WebSocket knows no CORS: a page of another site could open one with our cookie. The origin is looked at first. */
  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { origin } = request.headers;
    socket.on('error', () => socket.destroy());
    const isFull = this.isClosing || this.sockets.clients.size >= LIVE_LIMITS.sockets;
    if (request.url?.split('?')[0] !== '/graphql') refuse(socket, '404 Not Found');
    else if (origin !== undefined && !this.options.trustedOrigins.has(origin)) refuse(socket, '403 Forbidden');
    else if (isFull) refuse(socket, '503 Service Unavailable');
    else this.sockets.handleUpgrade(request, socket, head, (ws) => this.sockets.emit('connection', ws, request));
  }

  private serve(): void {
    const { schema, limiter, documents, log, isProduction } = this.options;
    const prepare = createPrepare({ schema, isProduction });
    const format = createFormatError(createFaultLog(log));
    const formatAll = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
      errors.map((error) => format(asFormatted(error), error));
    useServer<Record<string, unknown>, LiveSocket>(
      {
        schema,
        connectionInitWaitTimeout: LIVE_LIMITS.initTimeoutMs,
        onConnect: ({ extra, connectionParams }) => this.door.enter(extra, connectionParams),
        onClose: ({ extra }) => extra.listener?.leave(),
        onSubscribe: ({ extra, subscriptions }, _id, payload) => {
          const problem = refusal(subscriptions, limiter, extra, () =>
            checkDocument(payload.query, extra.listener?.actor ?? null, documents),
          );
          if (problem !== null) return [problem];
          const document = prepare(payload);
          if (Array.isArray(document)) return document as GraphQLError[];
          const { operationName, variables } = payload;
          const contextValue = { live: extra };
          return { schema, document: document as never, operationName, variableValues: variables, contextValue };
        },
        subscribe: (args) => runSubscription(args, () => this.contextOf((args.contextValue as Bound).live)),
        onNext: (_context, _id, _payload, _args, { errors, ...result }) =>
          errors === undefined ? result : { ...result, errors: formatAll(errors) as never },
        onError: ({ extra }, _id, _payload, errors) => {
          // It would take its error no sooner than what waits before it.
          if (errors.some(isSlowReader)) extra.socket.close(CLOSE_CODES.tooSlow, 'Too slow');
          return formatAll(errors.filter((error) => !isSlowReader(error)));
        },
        isProd: true,
      },
      this.sockets,
      LIVE_LIMITS.pingMs,
    );
  }

  private contextOf({ listener, request }: LiveSocket): GraphQLContext {
    if (listener === undefined) throw new DomainError('UNAUTHENTICATED');
    const { newId, createLoaders, live } = this.options;
    const requestId = newId();
    const actor = { ...listener.actor, requestId };
    return { requestId, actor, clientAddress: clientAddressOf(request), loaders: createLoaders(actor), live };
  }
}

interface Bound {
  readonly live: LiveSocket;
}

type Subscriptions = Context<Record<string, unknown>, LiveSocket>['subscriptions'];

/** The subscription that asks is in the list already. */
function refusal(
  subscriptions: Subscriptions,
  limiter: RateLimiter,
  { listener }: LiveSocket,
  check: () => void,
): GraphQLError | null {
  try {
    if (listener === undefined) throw new DomainError('UNAUTHENTICATED');
    if (Object.keys(subscriptions).length > LIVE_LIMITS.subscriptionsPerSocket)
      throw new DomainError('RATE_LIMITED', {
        details: { maxSubscriptionsPerSocket: LIVE_LIMITS.subscriptionsPerSocket },
      });
    limiter.take(listener.actor.id);
    check();
    return null;
  } catch (originalError) {
    if (!(originalError instanceof DomainError)) throw originalError;
    return new GraphQLError(originalError.message, { originalError });
  }
}

const isSlowReader = ({ originalError }: GraphQLError): boolean => originalError instanceof SlowReaderError;

/** Errors of parsing and validation carry no code of their own outside of Apollo. */
function asFormatted(error: GraphQLError): GraphQLFormattedError {
  const formatted = error.toJSON();
  if (error.originalError != null || error.path !== undefined) return formatted;
  return { ...formatted, extensions: { ...formatted.extensions, code: 'GRAPHQL_VALIDATION_FAILED' } };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
