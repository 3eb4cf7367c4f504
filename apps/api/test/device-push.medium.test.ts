import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anEmployee } from '@rollcall/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../src/app.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { createAdmsApp } from '../src/http/adms-app.js';
import { createLogger } from '../src/http/logger.js';
import { RateLimiter } from '../src/http/rate-limiter.js';
import { stopServer } from '../src/http/stop-server.js';
import { DevicePushService } from '../src/modules/attendance-import/device-push.service.js';
import { DeviceService } from '../src/modules/device/device.service.js';
import { eventCount, IMPORT_NOW, type ImportHarness, openImportHarness } from './testing/import-harness.js';
import { Terminal } from './testing/terminal.js';

let harness: ImportHarness;
let pushes: DevicePushService;
let url: string;
let now = IMPORT_NOW;
const servers: Server[] = [];
const logged: string[] = [];

async function serve(networks: readonly string[]): Promise<string> {
  const log = createLogger('debug', { write: (line: string) => void logged.push(line) });
  const limiter = new RateLimiter({ perMinute: 10_000, now: () => new Date() });
  const server = await listen(createAdmsApp({ pushes, networks, limiter, log }), 0, '127.0.0.1');
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function newTerminal(): Promise<{ terminal: Terminal; deviceId: string }> {
  const serialNumber = `SN-${randomUUID().slice(0, 8).toUpperCase()}`;
  const at = IMPORT_NOW;
  const device = await harness.context.db.devices.insert({
    ...{ id: randomUUID(), name: serialNumber, siteId: harness.site.id, status: 'ACTIVE', serialNumber },
    ...{ activeFromAt: at, syncedThroughAt: null, lastSeenAt: null, clockOffsetMs: null, createdAt: at, updatedAt: at },
  });
  return { terminal: new Terminal(url, serialNumber), deviceId: device.id };
}

beforeAll(async () => {
  harness = await openImportHarness();
  const context = { ...harness.context, now: () => now };
  pushes = new DevicePushService(context, harness.days, new DeviceService(context, harness.days));
  url = await serve(['127.0.0.0/8']);
  await harness.people(3, '');
});
afterAll(async () => {
  for (const server of servers) await stopServer(server, 1_000);
  await harness.database.close();
});

describe('a terminal', () => {
  it('that is registered is told to send its log, and nothing but its log', async () => {
    const { terminal } = await newTerminal();
    const { status, text } = await terminal.handshake();
    expect(status).toBe(200);
    expect(text).toContain(`GET OPTION FROM: ${terminal.serialNumber}`);
    expect(text).toContain('TransFlag=TransData AttLog');
    expect(await terminal.poll()).toBe('OK\r\n');
  });

  it('has its marks acknowledged when they are stored with their days, with device, site and zone', async () => {
    const { terminal, deviceId } = await newTerminal();
    terminal.punch('1', '2026-05-04 08:00:00', 0);
    terminal.punch('1', '2026-05-04 16:30:00', 1);
    expect(await terminal.push()).toBe('200 OK: 2');
    const range = { from: new Date('2026-05-04'), to: new Date('2026-05-05') };
    const events = await harness.context.db.attendanceEvents.listByEmployee('id-of-1', range);
    expect(events).toMatchObject([
      {
        at: new Date('2026-05-04T06:00:00Z'),
        kind: 'CHECK_IN',
        deviceId,
        siteId: harness.site.id,
        source: 'DEVICE_IMPORT',
      },
      { at: new Date('2026-05-04T14:30:00Z'), kind: 'CHECK_OUT', actor: { kind: 'DEVICE', id: deviceId } },
    ]);
    const [day] = await harness.context.db.dayRecords.listByDay('id-of-1', '2026-05-04');
    expect(day).toMatchObject({ workedMinutes: 510, markCount: 2 });
  });

  it('that never hears the answer sends again, and nothing is there twice', async () => {
    const { terminal } = await newTerminal();
    for (let day = 1; day <= 20; day += 1) terminal.punch('2', `2026-04-${String(day).padStart(2, '0')} 08:00:00`);
    const before = await eventCount(harness);
    await terminal.pushUnheard(20);
    await Promise.all([terminal.pushUnheard(20), terminal.pushUnheard(15), terminal.pushUnheard(7)]);
    expect(await terminal.push(8)).toBe('200 OK: 8');
    expect(await terminal.push(100)).toBe('200 OK: 12');
    expect([terminal.waitingCount, (await eventCount(harness)) - before]).toEqual([0, 20]);
  });

  it('whose line goes dead in the middle of a batch loses nothing and leaves no half batch', async () => {
    const { terminal } = await newTerminal();
    for (let day = 1; day <= 10; day += 1) terminal.punch('3', `2026-03-${String(day).padStart(2, '0')} 08:00:00`);
    const before = await eventCount(harness);
    for (const part of [0, 0.3, 0.99]) await terminal.pushCutOff(10, part);
    expect([terminal.waitingCount, (await eventCount(harness)) - before]).toEqual([10, 0]);
    expect(await terminal.push()).toBe('200 OK: 10');
    expect((await eventCount(harness)) - before).toBe(10);
  });

  it('that sends what is no mark is answered, since it is kept with its reason, once; and tried again when a person asks', async () => {
    const { terminal, deviceId } = await newTerminal();
    const lines = () => {
      terminal.punch('9001', '2026-05-05 08:00:00');
      terminal.punch('1', '2026-13-05 08:00:00');
      terminal.punch('1', '2026-05-05 08:00:00');
    };
    lines();
    expect(await terminal.push()).toBe('200 OK: 3');
    lines();
    expect(await terminal.push()).toBe('200 OK: 3');
    const codes = async () => (await pushes.refusals(COMMAND_LINE, deviceId, 10)).map(({ code }) => code).sort();
    expect(await codes()).toEqual(['UNKNOWN_NUMBER', 'UNREADABLE']);
    await harness.context.db.employees.insert(
      anEmployee({ number: '9001', siteId: harness.site.id, joiningDate: '2026-01-01' }),
    );
    expect(await pushes.retry(COMMAND_LINE, deviceId)).toEqual({ newMarks: 1, knownMarks: 0, refusedLines: 1 });
    expect(await codes()).toEqual(['UNREADABLE']);
  });

  it('whose clock is ahead has the offset noted and its marks kept apart; they are not taken later for what they say', async () => {
    const { terminal, deviceId } = await newTerminal();
    // It is 14:00 in Berlin.
    terminal.punch('1', '2026-06-01 15:30:00');
    expect(await terminal.push()).toBe('200 OK: 1');
    expect(await harness.context.db.devices.getById(deviceId)).toMatchObject({
      clockOffsetMs: 90 * 60_000,
      pushStamp: '1',
    });
    expect(await pushes.refusals(COMMAND_LINE, deviceId, 5)).toMatchObject([{ code: 'IN_FUTURE' }]);
    expect(await pushes.retry(COMMAND_LINE, deviceId)).toMatchObject({ newMarks: 0 });
    terminal.punch('1', '2026-06-01 13:59:30');
    await terminal.push();
    expect(await harness.context.db.devices.getById(deviceId)).toMatchObject({
      clockOffsetMs: -30_000,
      pushStamp: '2',
    });
    expect((await terminal.handshake()).text).toContain('ATTLOGStamp=2');
  });

  it('that nobody registered, or that was retired, is sent away and nothing of it is stored', async () => {
    const before = await eventCount(harness);
    const stranger = new Terminal(url, 'STRANGER-1');
    stranger.punch('1', '2026-05-06 08:00:00');
    expect((await stranger.handshake()).status).toBe(401);
    expect(await stranger.push()).toBe('401 UNKNOWN DEVICE');
    const { terminal, deviceId } = await newTerminal();
    const { version } = await harness.context.db.devices.getById(deviceId);
    await harness.context.db.devices.update(deviceId, { status: 'RETIRED' }, { version, now: IMPORT_NOW });
    terminal.punch('1', '2026-05-06 09:00:00');
    expect(await terminal.push()).toBe('401 UNKNOWN DEVICE');
    expect(await eventCount(harness)).toBe(before);
  });

  it('outside the allowed networks is sent away whatever its number', async () => {
    const { terminal } = await newTerminal();
    const other = new Terminal(await serve(['10.0.0.0/8', 'fc00::/7']), terminal.serialNumber);
    other.punch('1', '2026-05-06 08:00:00');
    expect(await other.push()).toBe('403 UNKNOWN DEVICE');
  });

  it('that sends users, photos or templates has them dropped', async () => {
    const { terminal } = await newTerminal();
    terminal.punch('FP PIN=1', 'TMP=AAAA');
    const before = await eventCount(harness);
    expect(await terminal.push(10, 'OPERLOG')).toBe('200 OK');
    expect(await eventCount(harness)).toBe(before);
    expect(logged.join()).not.toContain('TMP=');
  });
});

describe('what a terminal proves by calling', () => {
  const MINUTE = 60_000;
  const syncedThrough = async (deviceId: string) =>
    (await harness.context.db.devices.getById(deviceId)).syncedThroughAt?.getTime() ?? null;
  /** The clock of a terminal in Berlin, in summer. */
  const clockOf = (moment: Date) =>
    new Date(moment.getTime() + 120 * MINUTE).toISOString().slice(0, 19).replace('T', ' ');
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * MINUTE);
  };
  async function pollFor(terminal: Terminal, minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      later(1);
      await terminal.poll();
    }
  }

  beforeEach(() => {
    now = IMPORT_NOW;
  });
  afterAll(() => {
    now = IMPORT_NOW;
  });

  it('at first nothing, and after five quiet minutes that all before them has come', async () => {
    const { terminal, deviceId } = await newTerminal();
    await terminal.handshake();
    await pollFor(terminal, 4);
    expect(await syncedThrough(deviceId)).toBeNull();
    await pollFor(terminal, 3);
    expect(await syncedThrough(deviceId)).toBe(now.getTime() - 5 * MINUTE);
  });

  it('nothing of the time in which it was silent, until it has been quiet again', async () => {
    const { terminal, deviceId } = await newTerminal();
    await pollFor(terminal, 7);
    const before = await syncedThrough(deviceId);
    later(60);
    await pollFor(terminal, 4);
    expect(await syncedThrough(deviceId)).toBe(before);
    terminal.punch('1', clockOf(new Date(now.getTime() - 40 * MINUTE)));
    await terminal.push();
    await pollFor(terminal, 4);
    expect(await syncedThrough(deviceId)).toBe(before);
    await pollFor(terminal, 2);
    expect(await syncedThrough(deviceId)).toBe(now.getTime() - 5 * MINUTE);
  });

  it('the same while it sends marks as they are made', async () => {
    const { terminal, deviceId } = await newTerminal();
    for (let minute = 0; minute < 8; minute += 1) {
      later(1);
      terminal.punch('2', clockOf(now));
      await terminal.push();
    }
    expect(await syncedThrough(deviceId)).toBe(now.getTime() - 5 * MINUTE);
  });

  it('nothing while a push of it is not stored', async () => {
    const { terminal, deviceId } = await newTerminal();
    await pollFor(terminal, 4);
    // More than is taken at once: the terminal would send it again and again.
    terminal.punch('3', `${clockOf(now)}${' '.repeat(5 * 1024 * 1024)}`);
    for (let minute = 0; minute < 6; minute += 1) {
      expect(await terminal.push()).toContain('413');
      await pollFor(terminal, 1);
    }
    expect(await syncedThrough(deviceId)).toBeNull();
  });

  it('nothing while its clock is ahead, and again when a mark shows that it is right', async () => {
    const { terminal, deviceId } = await newTerminal();
    later(1);
    terminal.punch('3', clockOf(new Date(now.getTime() + 20 * MINUTE)));
    await terminal.push();
    await pollFor(terminal, 10);
    expect(await syncedThrough(deviceId)).toBeNull();
    terminal.punch('3', clockOf(now));
    await terminal.push();
    await pollFor(terminal, 1);
    expect(await syncedThrough(deviceId)).toBe(now.getTime() - 5 * MINUTE);
  });
});
