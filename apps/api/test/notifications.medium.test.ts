import { randomUUID } from 'node:crypto';
import type { Role } from '@rollcall/contracts';
import { anAttempt } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toActor } from '../src/auth/session-actor.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { addDays } from '../src/local-dates/date-range.js';
import { localDateOf } from '../src/local-dates/local-date.js';
import type { Mail } from '../src/mail/mail.js';
import { NotificationMailJob } from '../src/modules/notification/notification-mail.job.js';
import { NotificationWebhooks } from '../src/modules/notification/notification-webhooks.js';
import { NotifyJob } from '../src/modules/notification/notify.job.js';
import { openWorkDays, type WorkDays, ZONE } from './testing/work-days.js';

let work: WorkDays;
let yesterday: string;
beforeAll(async () => {
  work = await openWorkDays();
  yesterday = addDays(localDateOf(work.clock.now(), ZONE), -1);
});
afterAll(() => work.database.close());

/** Somebody with an account, as the sign-in library would have stored it. */
async function account(roles: readonly Role[], more: { siteIds?: string[]; employeeId?: string } = {}) {
  const [id, at] = [randomUUID(), work.clock.now()];
  const user = { name: roles.join(), email: `${id}@example.org`, roles: [...roles], createdAt: at, updatedAt: at };
  await work.database.nativeDb.collection('authUsers').insertOne({ _id: id as never, ...user, ...more });
  return { ...toActor({ id, ...user, ...more }), requestId: null };
}
type Somebody = Awaited<ReturnType<typeof account>>;

const anotherJob = () => new NotifyJob(work.context, new NotificationWebhooks(work.context), randomUUID());
const listOf = async (who: Somebody) => (await work.services.notifications.list(who, { first: 100 })).nodes;
const unread = (who: Somebody) => work.services.notifications.countUnread(who);

/** Somebody who came and never went, yesterday. */
async function forgetful(more: { readonly siteId?: string } = {}) {
  const number = `E-${randomUUID().slice(0, 8)}`;
  const person = await work.services.employees.create(COMMAND_LINE, {
    ...{ number, name: `Person ${number}`, joiningDate: '2020-01-01', siteId: work.site.id, ...more },
    defaultShiftId: await work.shift({ pairing: 'BY_KIND' }),
  });
  await work.marks(person, yesterday, ['09:00'], { kind: 'CHECK_IN' });
  await work.rebuild([person], yesterday, yesterday);
  expect((await work.dayOf(person, yesterday))?.status).toBe('MISSING_MARK');
  return person;
}

/** The day is closed once time has passed. */
const DAY_MS = 24 * 3_600_000;

describe('a missing mark', () => {
  it('is told once to the person, to HR and to the managers of the site, and settled when it is corrected', async () => {
    work.clock.forward(2 * DAY_MS);
    const person = await forgetful();
    const other = await work.repositories.sites.insert(work.siteOf('South', work.clock.now()));
    const hr = await account(['HR_ADMIN']);
    const manager = await account(['MANAGER'], { siteIds: [work.site.id] });
    const elsewhere = await account(['MANAGER'], { siteIds: [other.id] });
    const self = await account(['EMPLOYEE'], { employeeId: person.id });
    const colleague = await account(['EMPLOYEE'], { employeeId: (await work.person()).id });
    expect(await work.services.notify.run()).toBeGreaterThanOrEqual(3);
    for (const who of [hr, manager, self]) {
      expect(await listOf(who)).toMatchObject([{ kind: 'MISSING_MARK', employeeId: person.id, localDate: yesterday }]);
      expect(await unread(who)).toBe(1);
    }
    expect([await listOf(elsewhere), await listOf(colleague)]).toEqual([[], []]);

    expect(await work.services.notify.run()).toBe(0);
    expect(await anotherJob().run()).toBe(0);

    const [at] = (await work.marks(person, yesterday, ['17:00'], { kind: 'CHECK_OUT' })).map((mark) => mark.at);
    await work.rebuild([person], yesterday, yesterday);
    expect((await work.dayOf(person, yesterday))?.lastOutAt).toEqual(at);
    await work.services.notify.run();
    expect(await unread(hr)).toBe(0);
    expect((await listOf(hr))[0]?.settledAt).not.toBeNull();
  });

  it('holds ids and a day, no name and nothing of a face', async () => {
    const stored = await work.database.nativeDb.collection('notifications').findOne({ kind: 'MISSING_MARK' });
    const known = ['_id', 'userId', 'kind', 'subject', 'siteId', 'employeeId', 'deviceId', 'approval', 'localDate'];
    const times = ['readAt', 'settledAt', 'mailDueAt', 'mailedAt', 'createdAt', 'expiresAt'];
    expect(Object.keys(stored ?? {}).sort()).toEqual([...known, 'count', 'isInApp', 'isUnread', ...times].sort());
  });

  it('read by one is unread for the other, and what is not mine I cannot mark', async () => {
    await forgetful();
    const [one, two] = [await account(['HR_ADMIN']), await account(['HR_ADMIN'])];
    await work.services.notify.run();
    const ids = (await listOf(two)).map(({ id }) => id);
    expect(await work.services.notifications.markRead(one, { ids })).toMatchObject({ markedCount: 0 });
    const waiting = await unread(one);
    expect(await work.services.notifications.markRead(one, {})).toEqual({ markedCount: waiting, unreadCount: 0 });
    expect(await unread(two)).toBe(waiting);
    await work.services.notify.run();
    expect(await unread(one)).toBe(0);
  });

  it('is not seen any more by a manager who lost the site', async () => {
    const manager = await account(['MANAGER'], { siteIds: [work.site.id] });
    await work.services.notify.run();
    expect((await listOf(manager)).length).toBeGreaterThan(0);
    expect(await listOf({ ...manager, siteIds: [] })).toEqual([]);
    expect(await unread({ ...manager, siteIds: [] })).toBe(0);
  });
});

it('of two runners at once one tells, and nothing is told twice', async () => {
  await forgetful();
  const hr = await account(['HR_ADMIN']);
  const before = await listOf(hr);
  const runs = await Promise.all([anotherJob().run(), anotherJob().run(), anotherJob().run()]);
  expect(runs.filter((made) => made !== null && made > 0)).toHaveLength(1);
  await anotherJob().run();
  const subjects = (await listOf(hr)).map(({ kind, subject }) => `${kind}:${subject}`);
  expect(subjects.length).toBeGreaterThan(before.length);
  expect(new Set(subjects).size).toBe(subjects.length);
});

it('a webhook is told once of what has been so since it was made, by ids', async () => {
  const about = { name: 'Payroll', url: 'https://example.org/hook', events: ['MISSING_MARK' as const] };
  const { webhook } = await work.services.webhooks.create(COMMAND_LINE, about);
  const person = await forgetful();
  await work.services.notify.run();
  await anotherJob().run();
  const { nodes } = await work.services.webhooks.deliveries(COMMAND_LINE, { webhookId: webhook.id, first: 100 });
  expect(nodes.map(({ payload }) => payload.data)).toMatchObject([{ employeeId: person.id, localDate: yesterday }]);
  expect(JSON.stringify(nodes)).not.toContain(person.name);
  await work.services.webhooks.remove(COMMAND_LINE, webhook.id);
});

describe('the other kinds', () => {
  const mine = async (who: Somebody, kind: string) => (await listOf(who)).filter((one) => one.kind === kind);

  it('who came late is told to the managers of the site', async () => {
    const manager = await account(['MANAGER'], { siteIds: [work.site.id] });
    const person = await work.person({ defaultShiftId: await work.shift() });
    const date = addDays(localDateOf(work.clock.now(), ZONE), -1);
    await work.marks(person, date, ['11:30', '17:00']);
    await work.rebuild([person], date, date);
    await work.services.notify.run();
    expect(await mine(manager, 'LATE')).toMatchObject([{ employeeId: person.id, localDate: date }]);
  });

  it('a request is told once it has waited too long, and settled by the decision', async () => {
    const hr = await account(['HR_ADMIN']);
    const person = await work.person();
    const type = await work.services.calendar.createLeaveType(COMMAND_LINE, { name: randomUUID(), isPaid: true });
    const wish = { employeeId: person.id, leaveTypeId: type.id, from: '2026-12-24', to: '2026-12-24' };
    const leave = await work.services.leaves.request(COMMAND_LINE, { ...wish, portion: 'FULL' });
    await work.services.notify.run();
    expect(await mine(hr, 'APPROVAL_DUE')).toEqual([]);
    work.clock.forward(DAY_MS + 60_000);
    await work.services.notify.run();
    expect(await mine(hr, 'APPROVAL_DUE')).toMatchObject([{ approval: 'LEAVE', employeeId: person.id }]);
    await work.services.leaves.decide(COMMAND_LINE, { id: leave.id, version: leave.version, isApproved: false });
    await work.services.notify.run();
    expect((await mine(hr, 'APPROVAL_DUE'))[0]?.settledAt).not.toBeNull();
  });

  it('a device is told once for each silence', async () => {
    const hr = await account(['HR_ADMIN']);
    const device = await work.services.devices.create(COMMAND_LINE, { name: randomUUID(), siteId: work.site.id });
    const silence = async () => {
      work.clock.forward(DAY_MS + 60_000);
      await work.services.notify.run();
      await work.services.notify.run();
      return (await mine(hr, 'SILENT_DEVICE')).filter(({ deviceId }) => deviceId === device.id).length;
    };
    expect(await silence()).toBe(1);
    expect(await silence()).toBe(1);
    await work.repositories.devices.noteContact(device.id, { at: work.clock.now() });
    await work.services.notify.run();
    expect((await mine(hr, 'SILENT_DEVICE')).every(({ settledAt }) => settledAt !== null)).toBe(true);
    expect(await silence()).toBe(2);
  });

  it('many refusals of one person are told to HR and not to managers', async () => {
    const [hr, manager] = [await account(['HR_ADMIN']), await account(['MANAGER'], { siteIds: [work.site.id] })];
    const { id: employeeId } = await work.person();
    const refuse = () =>
      work.repositories.captureAttempts.insert(
        anAttempt({ employeeId, siteId: work.site.id, outcome: 'NON_MATCH', at: work.clock.now() }),
      );
    for (let count = 0; count < 4; count += 1) await refuse();
    await work.services.notify.run();
    expect(await mine(hr, 'REFUSED_ATTEMPTS')).toEqual([]);
    await refuse();
    await work.services.notify.run();
    await refuse();
    await work.services.notify.run();
    expect(await mine(hr, 'REFUSED_ATTEMPTS')).toMatchObject([{ employeeId, count: 5 }]);
    expect(await mine(manager, 'REFUSED_ATTEMPTS')).toEqual([]);
  });
});

describe('a letter', () => {
  const letters: Mail[] = [];
  let isBroken = false;
  const mailJob = () => {
    const send = async (letter: Mail) => {
      if (isBroken) throw new Error('no mail server');
      letters.push(letter);
    };
    const post = {
      mail: { isDelivering: true, send },
      publicUrl: 'https://rollcall.example.org',
      onMailFailed: () => undefined,
    };
    return new NotificationMailJob(work.context, post, randomUUID());
  };
  const to = ({ email }: Somebody) => letters.filter((letter) => letter.to === email);
  const rules = [{ role: 'MANAGER' as const, kind: 'MISSING_MARK' as const, channels: ['MAIL' as const] }];
  /** A manager of a site of one's own, of which nothing is known yet. */
  async function managerBySiteOfOwn() {
    const site = await work.repositories.sites.insert(work.siteOf('West', work.clock.now()));
    return { site, manager: await account(['MANAGER'], { siteIds: [site.id] }) };
  }
  const untilHour = (hour: number) => {
    const next = new Date(work.clock.now());
    next.setUTCHours(hour, 1, 0, 0);
    work.clock.forward((next.getTime() - work.clock.now().getTime() + DAY_MS) % DAY_MS);
  };
  const setUp = async (more: object) => {
    const { version } = await work.services.notificationSettings.get(COMMAND_LINE);
    await work.services.notificationSettings.update(COMMAND_LINE, { version, rules, ...more });
  };

  it('holds all that is due for one person, names and days only, and goes once, whoever sends it', async () => {
    await setUp({ hasNoQuietHours: true });
    const { site, manager } = await managerBySiteOfOwn();
    const people = [await forgetful({ siteId: site.id }), await forgetful({ siteId: site.id })];
    await work.services.notify.run();
    expect(await listOf(manager)).toEqual([]);
    await mailJob().run();
    expect(to(manager)).toEqual([]);
    work.clock.forward(15 * 60_000);
    await Promise.all([mailJob().run(), mailJob().run()]);
    await mailJob().run();
    expect(to(manager)).toHaveLength(1);
    const [letter] = to(manager);
    expect(letter?.subject).toBe('2 notifications from Rollcall');
    for (const { id, name } of people) {
      expect(letter?.text).toContain(`A mark is missing: ${name}, `);
      expect(letter?.text).toContain(`https://rollcall.example.org/attendance/${id}/`);
    }
  });

  it('is held in the quiet hours and sent afterwards; the list in the app does not wait', async () => {
    const both = [{ ...rules[0], channels: ['IN_APP', 'MAIL'] }];
    await setUp({ quietHours: { from: '20:00', to: '07:00' }, rules: both });
    // 23:01 in winter and 00:01 in summer in Berlin.
    untilHour(22);
    const { site, manager } = await managerBySiteOfOwn();
    await forgetful({ siteId: site.id });
    await work.services.notify.run();
    expect(await unread(manager)).toBe(1);
    work.clock.forward(3_600_000);
    await mailJob().run();
    expect(to(manager)).toEqual([]);
    work.clock.forward(9 * 3_600_000);
    await mailJob().run();
    expect(to(manager)).toHaveLength(1);
  });

  it('that was due when quiet hours were set waits for their end', async () => {
    await setUp({ hasNoQuietHours: true });
    untilHour(22);
    const { site, manager } = await managerBySiteOfOwn();
    await forgetful({ siteId: site.id });
    await work.services.notify.run();
    work.clock.forward(3_600_000);
    await setUp({ quietHours: { from: '20:00', to: '07:00' } });
    await mailJob().run();
    expect(to(manager)).toEqual([]);
    work.clock.forward(9 * 3_600_000);
    await mailJob().run();
    expect(to(manager)).toHaveLength(1);
  });

  it('that could not be handed over is tried again; none goes to who may not sign in, nor about what is done', async () => {
    await setUp({ hasNoQuietHours: true });
    const { site, manager } = await managerBySiteOfOwn();
    const gone = await account(['MANAGER'], { siteIds: [site.id] });
    const [left, corrected] = [await forgetful({ siteId: site.id }), await forgetful({ siteId: site.id })];
    await work.services.notify.run();
    work.clock.forward(15 * 60_000);
    isBroken = true;
    await mailJob().run();
    isBroken = false;
    await work.repositories.users.setDeactivated(gone.id, work.clock.now(), work.clock.now());
    const date =
      (await work.repositories.dayRecords.list({ employeeId: corrected.id }, { first: 1 })).nodes[0]?.workDate ?? '';
    await work.marks(corrected, date, ['17:00'], { kind: 'CHECK_OUT' });
    await work.rebuild([corrected], date, date);
    await work.services.notify.run();
    work.clock.forward(15 * 60_000);
    await mailJob().run();
    expect(to(manager)).toHaveLength(1);
    expect(to(manager)[0]?.subject).toContain(left.name);
    expect(to(manager)[0]?.text).not.toContain(corrected.name);
    expect(to(gone)).toEqual([]);
  });
});

describe('settings', () => {
  it('that tell a role more than it may read are refused', async () => {
    const { version } = await work.services.notificationSettings.get(COMMAND_LINE);
    const rules = [{ role: 'MANAGER' as const, kind: 'REFUSED_ATTEMPTS' as const, channels: ['MAIL' as const] }];
    await expect(work.services.notificationSettings.update(COMMAND_LINE, { version, rules })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'rules[0].kind' },
    });
  });

  it('change what is told from then on, with an entry in the audit', async () => {
    const { version } = await work.services.notificationSettings.get(COMMAND_LINE);
    const rules = [{ role: 'OWNER' as const, kind: 'MISSING_MARK' as const, channels: ['IN_APP' as const] }];
    const changed = await work.services.notificationSettings.update(COMMAND_LINE, { version, rules });
    expect(changed.notifications).toMatchObject({ rules, approvalDueHours: 24 });
    const [hr, owner] = [await account(['HR_ADMIN']), await account(['OWNER'])];
    await forgetful();
    await work.services.notify.run();
    expect(await listOf(hr)).toEqual([]);
    expect((await listOf(owner)).length).toBeGreaterThan(0);
    const { nodes } = await work.services.audit.list(COMMAND_LINE, {
      first: 1,
      filter: { action: 'NOTIFICATION_SETTINGS_UPDATED' },
    });
    expect(nodes[0]?.details).toEqual({ fields: ['notifications.rules'] });
  });
});
