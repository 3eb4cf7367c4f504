import { createHmac, randomUUID } from 'node:crypto';
import { anAttempt, anEvent, openTestDatabase, type TestDatabase } from '@rollcall/db/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { WebhookService } from '../src/modules/webhook/webhook.service.js';
import type { ServiceContext } from '../src/services/service-context.js';
import { postWebhook } from '../src/webhooks/post-webhook.js';
import { startWebhooks, type Webhooks } from '../src/webhooks/start-webhooks.js';
import { MAX_ATTEMPTS } from '../src/webhooks/webhook-limits.js';
import { TestClock } from './testing/test-clock.js';
import { WebhookReceiver } from './testing/webhook-receiver.js';

const WAIT = { timeout: 20_000, interval: 50 };

let database: TestDatabase;
let context: ServiceContext;
let service: WebhookService;
let clock: TestClock;
let receiver: WebhookReceiver;
let errors: unknown[];
const running: Webhooks[] = [];

beforeAll(async () => {
  clock = new TestClock();
  database = await openTestDatabase({ now: clock.now });
  const db = { ...database.repositories, withTransaction: database.withTransaction };
  context = { db, now: clock.now, newId: randomUUID };
  service = new WebhookService(context, true);
});
beforeEach(async () => {
  errors = [];
  receiver = await new WebhookReceiver().start();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  for (const { id } of await service.list(COMMAND_LINE)) await service.remove(COMMAND_LINE, id);
  await receiver.stop();
  expect(errors).toEqual([]);
});
afterAll(() => database.close());

/** A process that notes and sends, as the API is one. */
function start(more: { readonly answerWithinMs?: number } = {}): Webhooks {
  const onError = (error: unknown): void => void errors.push(error);
  const options = { allowsPrivate: true, ownerId: randomUUID(), onError, everyMs: 50, ...more };
  const webhooks = startWebhooks(context, database.changes, options);
  service.onDelivery = webhooks.wake;
  running.push(webhooks);
  return webhooks;
}

const hook = (path = '/', more: object = {}) =>
  service.create(COMMAND_LINE, {
    ...{ name: 'Payroll', url: `${receiver.url}${path}`, events: ['ATTENDANCE_RECORDED', 'CAPTURE_REFUSED'], ...more },
  });

let minute = 0;
async function mark(employeeId: string): Promise<string> {
  minute += 1;
  const at = new Date(clock.now().getTime() + minute);
  return (await context.db.attendanceEvents.insert(anEvent(employeeId, { at, recordedAt: at }))).id;
}

const receivedIds = (employeeId: string): string[] =>
  receiver.received.filter(({ json }) => json.data.employeeId === employeeId).map(({ json }) => json.id);

const logOf = async (webhookId: string) => (await service.deliveries(COMMAND_LINE, { webhookId, first: 100 })).nodes;

describe('a webhook', () => {
  it('is told of each mark and each refusal, signed with the key that was shown once, without a measure of the face', async () => {
    start();
    const { webhook, signingKey } = await hook('/hook?x=1');
    const person = randomUUID();
    const id = await mark(person);
    const attempt = anAttempt({ id: randomUUID(), outcome: 'NON_MATCH', similarity: 0.4242, at: clock.now() });
    await context.db.captureAttempts.insert(attempt);
    await context.db.captureAttempts.insert(anAttempt({ id: randomUUID(), outcome: 'RECORDED', at: clock.now() }));
    await expect.poll(() => receiver.received.length, WAIT).toBe(2);
    const told = receiver.received.find(({ json }) => json.id === id);
    expect(told?.path).toBe('/hook?x=1');
    expect(told?.json).toMatchObject({
      type: 'ATTENDANCE_RECORDED',
      version: 1,
      data: { markId: id, employeeId: person },
    });
    expect(told?.headers['rollcall-event-id']).toBe(id);
    const [, seconds, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(told?.headers['rollcall-signature'])) ?? [];
    const expected = createHmac('sha256', signingKey).update(`${seconds}.${told?.body}`).digest('hex');
    expect(signature).toBe(expected);
    expect(receiver.received.map(({ body }) => body).join()).not.toMatch(/similarity|0\.4242|quality|pad|score/);
    await expect
      .poll(async () => (await logOf(webhook.id)).map(({ state }) => state), WAIT)
      .toEqual(['DELIVERED', 'DELIVERED']);
    const stored = await database.nativeDb.collection('webhooks').findOne({ _id: webhook.id as never });
    expect(JSON.stringify(stored)).not.toContain(signingKey);
  });

  it('is told again after failures, in the order of each person, and one person holds up no other', async () => {
    start();
    const { webhook } = await hook();
    const [slow, quick] = [randomUUID(), randomUUID()];
    let isBroken = true;
    receiver.answer = ({ json }, response) =>
      response.writeHead(isBroken && json.data.employeeId === slow ? 500 : 204).end();
    const wanted: string[] = [];
    for (let count = 0; count < 3; count += 1) wanted.push(await mark(slow));
    const other = await mark(quick);
    await expect.poll(() => receivedIds(quick), WAIT).toEqual([other]);
    await expect.poll(() => receivedIds(slow).length, WAIT).toBeGreaterThan(0);
    expect(new Set(receivedIds(slow))).toEqual(new Set([wanted[0]]));
    isBroken = false;
    clock.forward(60_000);
    await expect.poll(() => receivedIds(slow).at(-1), WAIT).toBe(wanted[2]);
    const inOrder = receivedIds(slow).filter((id, index, all) => all.indexOf(id) === index);
    expect(inOrder).toEqual(wanted);
    await expect
      .poll(async () => (await logOf(webhook.id)).every(({ state }) => state === 'DELIVERED'), WAIT)
      .toBe(true);
    expect((await logOf(webhook.id)).find(({ eventId }) => eventId === wanted[0])?.attempts).toBeGreaterThan(1);
  });

  it('is given up after so many failures; the next of that person follows, and a replay sends it again', async () => {
    start();
    const { webhook } = await hook();
    const person = randomUUID();
    const [dead, next] = [await mark(person), await mark(person)];
    receiver.answer = ({ json }, response) => response.writeHead(json.id === dead ? 400 : 204).end();
    await expect
      .poll(async () => {
        clock.forward(3600_000);
        return (await logOf(webhook.id)).find(({ eventId }) => eventId === dead)?.state;
      }, WAIT)
      .toBe('DEAD');
    const entry = (await logOf(webhook.id)).find(({ eventId }) => eventId === dead);
    expect(entry).toMatchObject({ attempts: MAX_ATTEMPTS, lastStatus: 400, lastProblem: 'Answered 400.' });
    await expect.poll(() => receivedIds(person).at(-1), WAIT).toBe(next);
    receiver.answer = (_event, response) => response.writeHead(204).end();
    const before = receiver.received.length;
    const replayed = await service.replay(COMMAND_LINE, entry?.id ?? '');
    await expect.poll(() => receiver.received.length, WAIT).toBe(before + 1);
    expect(receiver.received.at(-1)?.json.id).toBe(dead);
    expect(replayed.replayOf).toBe(entry?.id);
  });

  it('is told by one process at a time, once each, and by the next one when it stops', async () => {
    start();
    const { webhook } = await hook();
    const person = randomUUID();
    const first = await mark(person);
    await expect.poll(() => receivedIds(person), WAIT).toEqual([first]);
    const [before] = running.splice(0);
    await before?.stop();
    const meanwhile = [await mark(person), await mark(person)];
    start();
    start();
    const after = await mark(person);
    await expect
      .poll(async () => (await logOf(webhook.id)).filter(({ state }) => state === 'DELIVERED').length, WAIT)
      .toBe(4);
    expect(receivedIds(person)).toEqual([first, ...meanwhile, after]);
  });

  it('loses nothing when the position is too old: what was written since is looked up', async () => {
    const webhooks = start();
    const { webhook } = await hook();
    const person = randomUUID();
    const first = await mark(person);
    await expect.poll(() => receivedIds(person), WAIT).toEqual([first]);
    running.splice(0);
    await webhooks.stop();
    const leases = database.nativeDb.collection('jobLeases');
    const lease = await leases.findOne({ _id: 'webhooks:ATTENDANCE_RECORDED' as never });
    const cursor = Buffer.from(JSON.stringify(['marks', '0123456789ABCDEF'])).toString('base64url');
    const progress = JSON.stringify({ ...JSON.parse(lease?.progress), cursor });
    await leases.updateOne({ _id: 'webhooks:ATTENDANCE_RECORDED' as never }, { $set: { progress } });
    const missed = await mark(person);
    start();
    await expect.poll(() => receivedIds(person), WAIT).toEqual([first, missed]);
    expect(await logOf(webhook.id)).toHaveLength(2);
  });

  it('is told nothing while it is off, nothing from before it was made, and after a new key only with that', async () => {
    const person = randomUUID();
    const toldAt = (path: string): string[] =>
      receiver.received.filter((event) => event.path === path && event.json.type !== 'TEST').map(({ json }) => json.id);
    await mark(person);
    clock.forward(1_000);
    start();
    const { webhook, signingKey } = await hook('/watched');
    await hook('/witness');
    const off = await service.update(COMMAND_LINE, { id: webhook.id, version: webhook.version, isEnabled: false });
    const unheard = await mark(person);
    // What is noted for both is noted at once.
    await expect.poll(() => toldAt('/witness'), WAIT).toEqual([unheard]);
    await service.update(COMMAND_LINE, { id: webhook.id, version: off.version, isEnabled: true });
    const rotated = await service.rotateSecret(COMMAND_LINE, webhook.id);
    expect(rotated.signingKey).not.toBe(signingKey);
    await service.test(COMMAND_LINE, webhook.id);
    await expect.poll(() => receiver.received.some(({ json }) => json.type === 'TEST'), WAIT).toBe(true);
    const told = receiver.received.find(({ json }) => json.type === 'TEST');
    const [, seconds, signature] = /^t=(\d+),v1=(.+)$/.exec(String(told?.headers['rollcall-signature'])) ?? [];
    expect(createHmac('sha256', rotated.signingKey).update(`${seconds}.${told?.body}`).digest('hex')).toBe(signature);
    const heard = await mark(person);
    await expect.poll(() => toldAt('/watched'), WAIT).toEqual([heard]);
    await expect.poll(() => toldAt('/witness'), WAIT).toEqual([unheard, heard]);
  });

  it('that redirects, is slow or answers without end has failed, and its redirect is not followed', async () => {
    start({ answerWithinMs: 300 });
    const target = await new WebhookReceiver().start();
    const hooks = await Promise.all(['/redirect', '/silent', '/endless', '/large'].map((path) => hook(path)));
    receiver.answer = ({ path }, response) => {
      if (path === '/redirect') response.writeHead(302, { location: target.url }).end();
      if (path === '/endless') response.writeHead(200).write('x');
      if (path === '/large') response.writeHead(200).end('x'.repeat(5_000_000));
    };
    for (const { webhook } of hooks) await service.test(COMMAND_LINE, webhook.id);
    const problems = async () =>
      Promise.all(
        hooks.map(async ({ webhook }) => {
          const [entry] = await logOf(webhook.id);
          return entry?.state === 'DELIVERED' ? 'DELIVERED' : (entry?.lastProblem ?? null);
        }),
      );
    await expect
      .poll(problems, WAIT)
      .toEqual(['Answered 302: redirects are not followed.', 'No answer in time.', 'No answer in time.', 'DELIVERED']);
    expect(target.received).toEqual([]);
    await target.stop();
  });
});

describe('an address of the own network', () => {
  it('is refused when a webhook is made or changed, and no connection is made to a name that leads there', async () => {
    const strict = new WebhookService(context, false);
    const input = { name: 'x', events: ['ATTENDANCE_RECORDED' as const] };
    for (const url of [
      `${receiver.url}/`,
      'https://127.0.0.1/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/',
    ])
      await expect(strict.create(COMMAND_LINE, { ...input, url })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { field: 'url' },
      });
    const url = `https://localhost:${new URL(receiver.url).port}/`;
    const answer = await postWebhook(url, '{}', {}, { allowsPrivate: false, timeoutMs: 5_000 });
    expect(answer).toEqual({ status: null, problem: 'The name leads to an address of a private network.' });
    expect(receiver.received).toEqual([]);
  });
});
