import type { Server } from 'node:http';
import path from 'node:path';
import type { Database } from '@rollcall/db';
import { type EmbeddedMongo, startEmbeddedMongo } from '@rollcall/db/embedded';
import { FaceEngine } from '@rollcall/face-core';
import { listen } from './app.js';
import { createFirstOwner, type FirstOwner } from './auth/first-start.js';
import type { SingleSignOnOptions } from './auth/single-sign-on.js';
import { createContainer } from './container.js';
import { type Env, EnvError } from './env.js';
import { createAdmsApp } from './http/adms-app.js';
import type { Logger } from './http/logger.js';
import { RateLimiter } from './http/rate-limiter.js';
import { stopServer } from './http/stop-server.js';
import { startJobs } from './jobs/start-jobs.js';
import type { MailTransport } from './mail/mail.js';
import { mailboxTransport } from './mail/mailbox-transport.js';
import { smtpTransport } from './mail/smtp-transport.js';
import type { DevicePushService } from './modules/attendance-import/device-push.service.js';
import { engineOptionsFrom } from './services/engine-options.js';
import { newId, now, openRollcallDatabase } from './services/open-rollcall-database.js';
import { prepareOrganisation } from './services/prepare-organisation.js';
import { describeStaleFaces, findStaleFaces, isWrongPack, staleFacesAdvice } from './services/stale-faces.js';
import { startWebhooks } from './webhooks/start-webhooks.js';

export interface RunningServer {
  /** Where it listens, for example http://127.0.0.1:4000. */
  readonly url: string;
  /** Stops accepting, lets running requests end, then closes everything in order. */
  stop(): Promise<void>;
}

/** Several terminals may share an address behind a gateway; each asks about twice a minute. */
const PUSHES_PER_ADDRESS_AND_MINUTE = 600;

export interface ServerOptions {
  readonly env: Env;
  readonly log: Logger;
  /** Called once in the life of an installation. */
  readonly onFirstStart: (owner: FirstOwner) => void;
}

/** Things to close, last opened first. */
class Closers {
  private readonly closers: (() => Promise<unknown>)[] = [];

  add(close: () => Promise<unknown>): void {
    this.closers.push(close);
  }

  async closeAll(log: Logger): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) {
      await close().catch((error: unknown) => log.error({ err: error }, 'could not be closed cleanly'));
    }
  }
}

/** Starts database, face engine and HTTP server. If one cannot start, the others are stopped again and the error passes on. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log } = options;
  const closers = new Closers();
  try {
    const url = await start(options, closers);
    return { url, stop: () => closers.closeAll(log) };
  } catch (error) {
    await closers.closeAll(log);
    throw error;
  }
}

async function start({ env, log, onFirstStart }: ServerOptions, closers: Closers): Promise<string> {
  // Both take about a second and neither needs the other.
  const [database, engine] = await Promise.allSettled([openData(env, log, closers), openEngine(env, closers)]);
  if (database.status === 'rejected') throw database.reason;
  if (engine.status === 'rejected') throw engine.reason;
  await checkStoredFaces(env, database.value, engine.value.modelId, log);
  let isStarted = false;
  const allowsPrivateWebhooks = env.ROLLCALL_WEBHOOKS_TO_PRIVATE === 'true';
  const container = await createContainer({
    database: database.value,
    engine: engine.value,
    ...{ log, now, newId, allowsPrivateWebhooks },
    isProduction: env.NODE_ENV === 'production',
    sessionDocuments: env.ROLLCALL_SESSION_DOCUMENTS,
    metricsToken: env.ROLLCALL_METRICS_TOKEN,
    isExplorerOn: env.ROLLCALL_EXPLORER === 'true',
    keyLimits: { requests: env.ROLLCALL_KEY_REQUESTS_PER_MINUTE, faceOperations: env.ROLLCALL_KEY_FACES_PER_MINUTE },
    isStarted: () => isStarted,
    publicUrl: env.ROLLCALL_PUBLIC_URL ?? `http://localhost:${env.DASHBOARD_PORT}`,
    trustedOrigins: localOrigins(env),
    mail: createMail(env, log),
    singleSignOn: singleSignOnOf(env),
  });
  closers.add(() => container.apollo.stop());
  await prepareOrganisation(database.value, env, { now, newId });
  const jobs = startJobs(database.value, container, log);
  closers.add(() => jobs.stop());
  const hooks = startWebhooks(container.context, database.value.changes, {
    ...{ allowsPrivate: allowsPrivateWebhooks, ownerId: newId() },
    onError: (error, job) => log.error({ err: error, job }, 'job failed'),
  });
  container.services.webhooks.onDelivery = hooks.wake;
  container.services.notificationWebhooks.onDelivery = hooks.wake;
  closers.add(() => hooks.stop());
  const server = await listen(container.app, env.API_PORT, env.ROLLCALL_API_HOST);
  container.live.attach(server);
  closers.add(async () => {
    // Their sockets would keep the server open.
    await container.live.close();
    await stopServer(server);
  });
  await startAdms(env, container.services.devicePushes, log, closers);
  const wanted = { email: env.ROLLCALL_ADMIN_EMAIL, password: env.ROLLCALL_ADMIN_PASSWORD };
  const owner = await createFirstOwner(container.auth, database.value.nativeDb, wanted);
  if (owner !== null) onFirstStart(owner);
  isStarted = true;
  return urlOf(server);
}

async function openData(env: Env, log: Logger, closers: Closers): Promise<Database> {
  const mongo = env.MONGODB_URI === undefined ? await startMongo(env, log) : null;
  if (mongo !== null) closers.add(() => mongo.stop());
  const database = await openRollcallDatabase(env, mongo?.uri ?? env.MONGODB_URI ?? '');
  closers.add(() => database.close());
  return database;
}

function startMongo(env: Env, log: Logger): Promise<EmbeddedMongo> {
  return startEmbeddedMongo({
    dataDir: env.ROLLCALL_DATA_DIR,
    searchPath: env.searchPath,
    endsWithParent: true,
    onProgress: (message) => log.info({ source: 'mongodb' }, message),
  });
}

async function openEngine(env: Env, closers: Closers): Promise<FaceEngine> {
  const workers = env.FACE_WORKERS === undefined ? {} : { workers: env.FACE_WORKERS };
  const engine = await FaceEngine.create({ ...engineOptionsFrom(env), ...workers });
  closers.add(() => engine.close());
  return engine;
}

/** @throws Error with one sentence if most of the stored faces are of another model, unless that is accepted for this pack */
async function checkStoredFaces(
  { FACE_PACK, FACE_STALE_ACCEPTED }: Env,
  { repositories, withTransaction }: Database,
  modelId: string,
  log: Logger,
): Promise<void> {
  const found = await findStaleFaces({ db: { ...repositories, withTransaction }, now, newId }, modelId);
  if (found.stale === 0) return;
  const sentence = describeStaleFaces(found, FACE_PACK);
  if (isWrongPack(found) && FACE_STALE_ACCEPTED !== FACE_PACK)
    throw new Error(`${sentence}. ${staleFacesAdvice(FACE_PACK)}`);
  log.warn(found, sentence);
}

/** @throws EnvError if one of the three is missing */
function singleSignOnOf(env: Env): SingleSignOnOptions | undefined {
  const {
    ROLLCALL_SSO_ISSUER: issuer,
    ROLLCALL_SSO_CLIENT_ID: clientId,
    ROLLCALL_SSO_CLIENT_SECRET: clientSecret,
  } = env;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new EnvError(
      'Single sign-on needs ROLLCALL_SSO_ISSUER, ROLLCALL_SSO_CLIENT_ID and ROLLCALL_SSO_CLIENT_SECRET.',
    );
  const trustsAddresses = env.ROLLCALL_SSO_TRUST_ADDRESSES === 'true';
  return { issuer, clientId, clientSecret, name: env.ROLLCALL_SSO_NAME, trustsAddresses };
}

function createMail(env: Env, log: Logger): MailTransport {
  if (env.ROLLCALL_SMTP_URL !== undefined) return smtpTransport(env.ROLLCALL_SMTP_URL, env.ROLLCALL_MAIL_FROM);
  const folder = path.join(env.ROLLCALL_DATA_DIR, 'mail');
  log.info({ folder }, 'no mail server is set: letters are kept as files');
  return mailboxTransport({ folder, now, newId });
}

/** Only if asked for: the protocol believes whoever knows a serial number. */
async function startAdms(env: Env, pushes: DevicePushService, log: Logger, closers: Closers): Promise<void> {
  if (env.ROLLCALL_ADMS_PORT === undefined) return;
  const limiter = new RateLimiter({ perMinute: PUSHES_PER_ADDRESS_AND_MINUTE, now });
  const app = createAdmsApp({ pushes, networks: env.ROLLCALL_ADMS_NETWORKS, limiter, log });
  const server = await listen(app, env.ROLLCALL_ADMS_PORT, env.ROLLCALL_ADMS_HOST);
  closers.add(() => stopServer(server));
  log.info({ url: urlOf(server) }, 'listening for terminals');
}

/** The dashboard and the API itself on this machine, by each of its names. */
function localOrigins(env: Env): readonly string[] {
  return ['localhost', '127.0.0.1', '[::1]'].flatMap((host) =>
    [env.DASHBOARD_PORT, env.API_PORT].map((port) => `http://${host}:${port}`),
  );
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
