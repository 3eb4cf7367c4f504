import type { ApolloServer } from '@apollo/server';
import type { Database } from '@rollcall/db';
import type { FaceEngine } from '@rollcall/face-core';
import type { Express } from 'express';
import type { Actor } from './access/actor.js';
import type { DocumentRules } from './access/free-documents.js';
import { createApp } from './app.js';
import { accountStore } from './auth/accounts.js';
import { type Auth, createAuth } from './auth/auth.js';
import { ensureAuthIndexes } from './auth/auth-indexes.js';
import { authRoutes } from './auth/auth-routes.js';
import { SecondFactorNeed } from './auth/second-factor-need.js';
import { SignInThrottle } from './auth/sign-in-throttle.js';
import { SingleSignOn, type SingleSignOnOptions } from './auth/single-sign-on.js';
import { docsPage } from './docs/docs-page.js';
import { ACCESS_RULES } from './graphql/access-rules.js';
import { createApolloServer } from './graphql/apollo.js';
import { applyAccessRules } from './graphql/apply-access-rules.js';
import type { GraphQLContext } from './graphql/context.js';
import { readKnownDocuments } from './graphql/known-documents.js';
import { countLimits, limiterOf, limitOperations } from './graphql/limit-operations.js';
import { createLoaders } from './graphql/loaders.js';
import { KEY_LIMITS, operationLimits, SIGN_IN_REQUESTS_PER_ADDRESS_AND_MINUTE } from './graphql/operation-limits.js';
import { schemaText } from './graphql/print-schema.js';
import { createResolvers } from './graphql/resolvers.js';
import { createSchema } from './graphql/schema.js';
import { createAuthenticate, createAuthenticateSocket } from './http/authenticate.js';
import { sendExport } from './http/exports.js';
import type { Logger } from './http/logger.js';
import { RateLimiter } from './http/rate-limiter.js';
import type { TimeLimits } from './http/time-limits.js';
import { JobRunner } from './jobs/job-runner.js';
import { LIVE_LIMITS } from './live/live-limits.js';
import { LiveServer } from './live/live-server.js';
import type { MailTransport } from './mail/mail.js';
import { Metrics } from './metrics/metrics.js';
import { type ApiServices, createAccountServices, createServices } from './services/create-services.js';
import type { ServiceContext } from './services/service-context.js';

export interface ContainerOptions {
  readonly database: Database;
  readonly engine: FaceEngine;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly isProduction: boolean;
  /** False until everything a first request needs is there; /readyz waits for it. */
  readonly isStarted: () => boolean;
  /** Where people reach the dashboard, which hands everything on to us. */
  readonly publicUrl: string;
  readonly mail: MailTransport;
  /** The OpenID provider of the organisation; left out: people sign in here only. */
  readonly singleSignOn?: SingleSignOnOptions | undefined;
  /** Further origins whose pages may use a session. */
  readonly trustedOrigins: readonly string[];
  /** Whether webhooks may lead into the own network; default no. */
  readonly allowsPrivateWebhooks?: boolean;
  /** What one key may do in a minute; default KEY_LIMITS. */
  readonly keyLimits?: { readonly requests: number; readonly faceOperations: number };
  /** Which documents a signed-in browser may send; default `any`. The settings say `known` unless they say otherwise. */
  readonly sessionDocuments?: DocumentRules['sessionDocuments'];
  /** Whether there is an explorer; default yes. */
  readonly isExplorerOn?: boolean;
  /** Whoever has it reads `/metrics`; left out: nobody. */
  readonly metricsToken?: string | undefined;
  /** Default: TIME_LIMITS. */
  readonly timeLimits?: TimeLimits;
  /** How often those who listen are checked again; default 15 s. */
  readonly recheckMs?: number;
}

export interface Container {
  readonly app: Express;
  readonly apollo: ApolloServer<GraphQLContext>;
  readonly auth: Auth;
  readonly services: ApiServices;
  readonly jobRunner: JobRunner;
  /** For what runs beside the services. */
  readonly context: ServiceContext;
  /** Subscriptions; attach it to the server that listens. */
  readonly live: LiveServer;
}

const AUTH_SECRET_OWNER = 'system:auth';

/** The one place where everything is put together. Apollo is started when it returns. */
export async function createContainer(options: ContainerOptions): Promise<Container> {
  const { database, engine, log, now, newId, isProduction, publicUrl } = options;
  const trustedOrigins = new Set([new URL(publicUrl).origin, ...options.trustedOrigins]);
  const throttle = new SignInThrottle(database.nativeDb, now);
  await ensureAuthIndexes(database.nativeDb);
  await throttle.ensureIndexes();
  const secret = (await database.keyStore.ensure(AUTH_SECRET_OWNER, now())).key.toString('base64url');
  const need = new SecondFactorNeed(database.repositories);
  const auth = createAuth({
    need,
    database: database.nativeDb,
    secret,
    baseUrl: publicUrl,
    trustedOrigins: [...trustedOrigins],
    throttle,
    newId,
    now,
    log,
    secondFactors: database.repositories.secondFactors,
    hasSecondFactor: async (userId) => (await database.repositories.users.getById(userId)).hasSecondFactor,
    isDeactivated: async (userId) => (await database.repositories.users.getById(userId)).deactivatedAt !== null,
    witness: (action, userId) => {
      const user = { kind: 'USER', id: userId } as const;
      const outcome = action === 'SECOND_FACTOR_REFUSED' ? ('REFUSED' as const) : ('DONE' as const);
      const entry = { id: newId(), at: now(), actor: user, action, target: user, outcome };
      return database.repositories.audit.insert({ ...entry, requestId: null, details: {} });
    },
  });
  const letters = {
    accounts: accountStore(auth),
    mail: options.mail,
    publicUrl,
    onMailFailed: (error: unknown) => log.error({ err: error }, 'a letter could not be sent'),
  };
  const { allowsPrivateWebhooks } = options;
  const singleSignOn = options.singleSignOn === undefined ? null : new SingleSignOn(options.singleSignOn, log);
  const parts = {
    ...{ database, engine, now, newId, allowsPrivateWebhooks },
    singleSignOnName: singleSignOn?.name ?? null,
  };
  const general = createServices(parts);
  const services = { ...general, ...createAccountServices(parts, letters, general.exports) };
  const resolvers = createResolvers(services);
  const schema = createSchema({ get: (type) => resolvers.get(type) });
  const text = schemaText(schema);
  const { requests, faceOperations } = options.keyLimits ?? KEY_LIMITS;
  const limits = countLimits(operationLimits(faceOperations), now);
  limitOperations(schema, limits);
  applyAccessRules(schema, ACCESS_RULES);
  const timed = options.timeLimits === undefined ? {} : { timeLimits: options.timeLimits };
  const isReady = async () => options.isStarted() && services.health.isReady();
  const { metricsToken: token } = options;
  const metrics = token && { of: new Metrics({ health: () => engine.health(), isReady }), token };
  const apollo = createApolloServer({ schema, log, isProduction, ...timed, ...(metrics && { metrics: metrics.of }) });
  await apollo.start();
  const known = readKnownDocuments();
  const documents: DocumentRules = {
    sessionDocuments: options.sessionDocuments ?? 'any',
    isExplorerOn: options.isExplorerOn ?? true,
    isKnown: (text) => known.has(text),
  };
  const keyLimiter = new RateLimiter({ perMinute: requests, now });
  const door = {
    auth,
    apiKeys: services.apiKeys,
    devices: services.deviceAuth,
    keyLimiter,
    faceLimiter: limiterOf(limits, 'faces'),
    trustedOrigins,
    need,
    now,
  };
  const loadersOf = (actor: Actor | null) =>
    createLoaders({ db: database.repositories, actor, modelId: engine.modelId, now });
  const { challenges, passwords } = SIGN_IN_REQUESTS_PER_ADDRESS_AND_MINUTE;
  const app = createApp({
    ...{ apollo, ...timed },
    authHandler: authRoutes(auth, {
      singleSignOn,
      challenges: new RateLimiter({ perMinute: challenges, now }),
      passwords: new RateLimiter({ perMinute: passwords, now }),
    }),
    exportHandler: sendExport(services.exports),
    authenticate: createAuthenticate(door),
    createLoaders: loadersOf,
    ...(metrics && { metrics }),
    isReady,
    schemaText: text,
    docs: docsPage(schema, ACCESS_RULES),
    documents,
    files: { uploads: services.uploads, jobs: services.jobs },
    scim: { people: services.provisioning, publicUrl },
    newId,
    log,
  });
  const context = { db: { ...database.repositories, withTransaction: database.withTransaction }, now, newId };
  const jobRunner = new JobRunner(context, {
    handlers: [services.attendanceImports, services.employeeImports],
    onError: (error, job) => log.error({ err: error, job: job.id, kind: job.kind }, 'job failed'),
  });
  const live = new LiveServer({
    ...{ schema, trustedOrigins, newId, log, isProduction, recheckMs: options.recheckMs },
    live: services.live,
    documents,
    authenticate: createAuthenticateSocket(door),
    createLoaders: loadersOf,
    limiter: new RateLimiter({ perMinute: LIVE_LIMITS.subscriptionsPerActorAndMinute, now }),
  });
  return { app, apollo, auth, services, jobRunner, live, context };
}
