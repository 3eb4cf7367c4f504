import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateMasterKeys, type MasterKeyRing, openDatabase } from '@rollcall/db';
import { startEmbeddedMongo } from '@rollcall/db/embedded';
import { FaceEngine } from '@rollcall/face-core';
import { listen } from '../../src/app.js';
import { createAccount } from '../../src/auth/accounts.js';
import type { SingleSignOnOptions } from '../../src/auth/single-sign-on.js';
import { type ContainerOptions, createContainer } from '../../src/container.js';
import { createLogger } from '../../src/http/logger.js';
import { stopServer } from '../../src/http/stop-server.js';
import type { TimeLimits } from '../../src/http/time-limits.js';
import type { Mail } from '../../src/mail/mail.js';
import { newId } from '../../src/services/open-rollcall-database.js';
import { prepareOrganisation } from '../../src/services/prepare-organisation.js';
import { GraphQLTestClient } from './graphql-test-client.js';
import { TestClock } from './test-clock.js';

export const OWNER = { email: 'owner@example.org', password: 'a kettle hums at dawn' };
export const ORIGIN = 'http://localhost:3000';

export type TestApi = Awaited<ReturnType<typeof startTestApi>>;

/** The whole API over HTTP, with a MongoDB, a face engine and a data directory of its own. */
export async function startTestApi(
  options: {
    readonly isProduction?: boolean;
    readonly recheckMs?: number;
    readonly allowsPrivateWebhooks?: boolean;
    readonly singleSignOn?: SingleSignOnOptions;
    readonly sessionDocuments?: 'known' | 'any';
    readonly isExplorerOn?: boolean;
    readonly metricsToken?: string;
    readonly reloadMasterKeys?: () => Promise<MasterKeyRing>;
    readonly keyLimits?: { readonly requests: number; readonly faceOperations: number };
  } = {},
) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-api-'));
  const clock = new TestClock();
  const logged: string[] = [];
  const letters: Mail[] = [];
  const mongoOptions = { dataDir, searchPath: process.env.PATH ?? '', endsWithParent: true };
  const [mongo, engine] = await Promise.all([
    startEmbeddedMongo(mongoOptions),
    FaceEngine.create({ workers: 1, maxQueue: 200 }),
  ]);
  const { now } = clock;
  const masterKeys = generateMasterKeys();
  const { reloadMasterKeys } = options;
  const reload = reloadMasterKeys === undefined ? {} : { reloadMasterKeys };
  const database = await openDatabase({ uri: mongo.uri, masterKeys, ...reload, now, newId });
  const containerOptions: ContainerOptions = {
    ...{ database, engine, now, newId },
    log: createLogger('debug', { write: (line: string) => void logged.push(line) }),
    isProduction: options.isProduction ?? true,
    isStarted: () => true,
    publicUrl: ORIGIN,
    trustedOrigins: [],
    ...(options.recheckMs === undefined ? {} : { recheckMs: options.recheckMs }),
    sessionDocuments: options.sessionDocuments ?? 'any',
    isExplorerOn: options.isExplorerOn ?? true,
    metricsToken: options.metricsToken,
    ...(options.keyLimits === undefined ? {} : { keyLimits: options.keyLimits }),
    allowsPrivateWebhooks: options.allowsPrivateWebhooks ?? false,
    singleSignOn: options.singleSignOn,
    mail: { isDelivering: true, send: async (mail) => void letters.push(mail) },
  };
  const container = await createContainer(containerOptions);
  await prepareOrganisation(
    database,
    { ROLLCALL_ORGANISATION: 'Test works', ROLLCALL_TIME_ZONE: 'Europe/Berlin' },
    { now, newId },
  );
  await createAccount(container.auth, { ...OWNER, name: 'Owner', roles: ['OWNER'] });
  const server = await listen(container.app, 0, '127.0.0.1');
  container.live.attach(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new GraphQLTestClient(url, ORIGIN);
  return {
    ...{ url, client, clock, logged, letters, database, engine, container, mongo, masterKeys },
    /** A second API on the same database, as another process of the installation would be. */
    startAnother: async (timeLimits?: TimeLimits) => {
      const timed = timeLimits === undefined ? {} : { timeLimits };
      const another = await createContainer({ ...containerOptions, ...timed });
      const listening = await listen(another.app, 0, '127.0.0.1', timeLimits);
      return {
        url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
        stop: async () => {
          await another.live.close();
          await stopServer(listening, 2_000);
          await another.apollo.stop();
        },
      };
    },
    stop: async () => {
      await container.live.close();
      await stopServer(server, 2_000);
      await container.apollo.stop();
      await engine.close();
      await database.close();
      await mongo.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
