import { randomUUID } from 'node:crypto';
import type { Role } from '@rollcall/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountStore, createAccount } from '../src/auth/accounts.js';
import { addDays } from '../src/local-dates/date-range.js';
import { localDateOf } from '../src/local-dates/local-date.js';
import type { Mail } from '../src/mail/mail.js';
import { ReportMailJob } from '../src/modules/report-schedule/report-mail.job.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createPerson } from './testing/people.js';
import { ORIGIN, OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const DAY_MS = 24 * 3_600_000;
const ZONE = 'Europe/Berlin';
const ROW =
  'id name ownerName kind delivery format frequency time timeZone recipients { userId name } isPaused nextAt lastSentAt lastProblem version';
const CREATE = `mutation ($input: CreateReportScheduleInput!) { made: createReportSchedule(input: $input) { ${ROW} } }`;
const LIST = `{ reportSchedules(first: 100) { nodes { ${ROW} } totalCount } }`;

let api: TestApi;
let owner: Credentials;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());
beforeEach(async () => {
  api.letters.length = 0;
  aheadMs = 0;
  await api.database.nativeDb.collection('jobLeases').deleteMany({});
  await api.database.nativeDb.collection('reportSchedules').deleteMany({});
});

/** The jobs look at a clock of their own: sessions would end if that of the API went on for days. */
let aheadMs = 0;
const later = () => new Date(api.clock.now().getTime() + aheadMs);
const forward = (ms: number): void => {
  aheadMs += ms;
};

interface Somebody {
  readonly id: string;
  readonly email: string;
  readonly as: Credentials;
}

async function somebody(role: Role, more: object = {}): Promise<Somebody> {
  const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog' };
  await createAccount(api.container.auth, { ...account, name: role, roles: [role], ...more });
  const user = await api.database.repositories.users.findByEmail(account.email);
  return { id: user?.id ?? '', email: account.email, as: await api.client.signIn(account.email, account.password) };
}

const DAILY = { name: 'Late today', kind: 'LATE', frequency: 'DAILY', time: '07:00', timeZone: ZONE };
const create = (as: Credentials, more: object = {}) => api.client.ask(CREATE, { ...DAILY, ...more }, as);
const made = async (as: Credentials, more: object = {}) => (await create(as, more)).data.made;
const listed = async (as = owner) => (await api.client.send({ query: LIST }, as)).data.reportSchedules.nodes;
const run = () => anotherJob(async (mail) => void api.letters.push(mail)).run();
const yesterday = () => addDays(localDateOf(later(), ZONE), -1);
const MARK = 'mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) { outcome } }';
const markOf = (employeeId: string) =>
  api.client.ask(MARK, { employeeId, reason: 'There', idempotencyKey: randomUUID() }, owner);
const auditOf = (id: string) =>
  api.database.nativeDb.collection('auditEntries').find({ 'target.id': id }).sort({ at: 1 }).toArray();

/** Another process, with a mail server of the test's own. */
function anotherJob(send: (mail: Mail) => Promise<void>, onMailFailed: (error: unknown) => void = () => undefined) {
  const mail = { isDelivering: true, send };
  const post = { mail, publicUrl: ORIGIN, onMailFailed, accounts: accountStore(api.container.auth) };
  return new ReportMailJob(
    { ...api.container.context, now: later },
    api.container.services.exports,
    post,
    randomUUID(),
  );
}

describe('a report that is sent by itself', () => {
  it('comes at its time as a link behind the sign-in, once, and again the next day', async () => {
    const auditor = await somebody('AUDITOR');
    const hr = await somebody('HR_ADMIN');
    const { id, nextAt, recipients } = await made(owner, { recipientIds: [auditor.id, hr.id] });
    expect(recipients.map(({ userId }: { userId: string }) => userId)).toEqual([auditor.id, hr.id]);
    expect(await run()).toBe(0);
    forward(new Date(nextAt).getTime() - later().getTime() + 60_000);
    expect(await run()).toBe(2);
    expect(await run()).toBe(0);
    expect(api.letters.map(({ to }) => to).sort()).toEqual([auditor.email, hr.email].sort());
    const [letter] = api.letters;
    expect(letter?.subject).toBe(`Late today: ${yesterday()}`);
    expect(letter?.text).toContain(`${ORIGIN}/reports?kind=LATE&from=${yesterday()}&to=${yesterday()}`);
    expect(letter?.attachment).toBeNull();
    const [after] = await listed();
    expect(after).toMatchObject({ id, lastProblem: null, lastSentAt: expect.any(String) });
    expect(localDateOf(new Date(after.nextAt), ZONE)).toBe(addDays(localDateOf(new Date(nextAt), ZONE), 1));
    const entries = await auditOf(id);
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      ...['REPORT_SCHEDULE_CREATED DONE', 'REPORT_MAILED DONE', 'REPORT_MAILED DONE'],
    ]);
    expect(entries.slice(1).map(({ details }) => details.userId)).toEqual([auditor.id, hr.id]);
  });

  it('has the file in it where that was asked for, with the people of the report', async () => {
    const person = await createPerson(api, owner, { joiningDate: '2020-01-01' });
    await markOf(person.id);
    // At midnight it is about the day that ends, which is that of the mark.
    const file = { kind: 'REGISTER', delivery: 'ATTACHMENT', time: '00:00' };
    const { nextAt } = await made(owner, { ...file, format: 'CSV', locale: 'DE' });
    forward(new Date(nextAt).getTime() - later().getTime() + 60_000);
    expect(await run()).toBe(1);
    const [letter] = api.letters;
    expect(letter?.to).toBe(OWNER.email);
    expect(letter?.attachment?.fileName).toBe(`rollcall-register-${yesterday()}-to-${yesterday()}.csv`);
    expect(letter?.attachment?.bytes.toString('utf8')).toContain(person.number);
    for (const [format, start] of [
      ['XLSX', 'PK'],
      ['PDF', '%PDF'],
    ] as const) {
      api.letters.length = 0;
      await made(owner, { ...file, format });
      forward(DAY_MS);
      await run();
      expect(api.letters.map(({ attachment }) => attachment?.bytes.subarray(0, start.length).toString())).toContain(
        start,
      );
    }
  });

  it('of one department says so in its link, and its file has the people of that one alone', async () => {
    const department = 'mutation ($input: CreateDepartmentInput!) { made: createDepartment(input: $input) { id } }';
    const { id: departmentId } = (await api.client.ask(department, { name: 'Stores' }, owner)).data.made;
    const inside = await createPerson(api, owner, { joiningDate: '2020-01-01', departmentId });
    const outside = await createPerson(api, owner, { joiningDate: '2020-01-01' });
    for (const { id } of [inside, outside]) await markOf(id);
    const register = { kind: 'REGISTER', departmentId, time: '00:00' };
    await made(owner, register);
    const { nextAt } = await made(owner, { ...register, delivery: 'ATTACHMENT', format: 'CSV' });
    forward(new Date(nextAt).getTime() - later().getTime() + 60_000);
    expect(await run()).toBe(2);
    for (const { text } of api.letters) expect(text).toContain(`&department=${departmentId}`);
    const file = api.letters.find(({ attachment }) => attachment != null)?.attachment?.bytes.toString('utf8');
    expect(file).toContain(inside.number);
    expect(file).not.toContain(outside.number);
  });

  it('that was missed comes once, about the latest day', async () => {
    await made(owner);
    forward(5 * DAY_MS);
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    expect(api.letters.map(({ subject }) => subject)).toEqual([
      `Late today: ${localDateOf(new Date(new Date((await listed())[0].nextAt).getTime() - 2 * DAY_MS), ZONE)}`,
    ]);
  });

  it('is sent by one of two processes', async () => {
    await made(owner);
    forward(DAY_MS);
    const sent: Mail[] = [];
    const jobs = [1, 2, 3].map(() => anotherJob(async (mail) => void sent.push(mail)));
    const counts = await Promise.all(jobs.map((job) => job.run()));
    expect(counts.filter((count) => count === 1)).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it('reaches the others if the process dies in the middle, and nobody twice', async () => {
    const [first, second] = [await somebody('AUDITOR'), await somebody('AUDITOR')];
    await made(owner, { recipientIds: [first.id, second.id] });
    forward(DAY_MS);
    const reached: string[] = [];
    const dying = anotherJob(
      async ({ to }) => {
        reached.push(to);
        throw new Error('cut off');
      },
      () => {
        throw new Error('dead');
      },
    );
    await expect(dying.run()).rejects.toThrow('dead');
    expect(await run()).toBeNull();
    forward(11 * 60_000);
    expect(await run()).toBe(1);
    expect([...reached, ...api.letters.map(({ to }) => to)]).toEqual([first.email, second.email]);
  });

  it('is tried again for who got nothing, when the mail server was away', async () => {
    const [first, second] = [await somebody('AUDITOR'), await somebody('AUDITOR')];
    await made(owner, { recipientIds: [first.id, second.id] });
    forward(DAY_MS);
    const failing = anotherJob(async ({ to }) => {
      if (to === first.email) throw new Error('away');
      api.letters.push({ to, subject: '', text: '' });
    });
    expect(await failing.run()).toBe(1);
    expect((await listed())[0].lastProblem).toBe('MAIL_FAILED');
    expect(await run()).toBe(0);
    forward(16 * 60_000);
    expect(await run()).toBe(1);
    expect(api.letters.map(({ to }) => to)).toEqual([second.email, first.email]);
    expect(await run()).toBe(0);
  });
});

describe('the rights of the moment', () => {
  it('decide: who may not read reports any more gets nothing, and it is noted', async () => {
    const auditor = await somebody('AUDITOR');
    const { id } = await made(owner, { recipientIds: [auditor.id] });
    await api.database.nativeDb
      .collection<{ _id: string }>('authUsers')
      .updateOne({ _id: auditor.id }, { $set: { roles: ['EMPLOYEE'] } });
    forward(DAY_MS);
    expect(await run()).toBe(0);
    expect([api.letters, (await listed())[0].lastProblem]).toEqual([[], 'RECIPIENT_MAY_NOT']);
    expect((await auditOf(id)).at(-1)).toMatchObject({
      ...{ action: 'REPORT_MAILED', outcome: 'REFUSED' },
      details: { userId: auditor.id, problem: 'RECIPIENT_MAY_NOT' },
    });
  });

  it('pause it when who made it may not read reports any more', async () => {
    const hr = await somebody('HR_ADMIN');
    const auditor = await somebody('AUDITOR');
    await made(hr.as, { recipientIds: [auditor.id] });
    await api.database.repositories.users.setDeactivated(hr.id, api.clock.now(), api.clock.now());
    forward(DAY_MS);
    expect(await run()).toBe(0);
    expect(api.letters).toEqual([]);
    expect((await listed())[0]).toMatchObject({ isPaused: true, nextAt: null, lastProblem: 'OWNER_MAY_NOT' });
  });

  it('are asked when it is made: recipients who may not read it, or not as a file, are refused', async () => {
    const employee = await somebody('EMPLOYEE');
    const auditor = await somebody('AUDITOR');
    const file = { delivery: 'ATTACHMENT', format: 'CSV' };
    for (const more of [
      { recipientIds: [employee.id] },
      { recipientIds: [randomUUID()] },
      { recipientIds: [] },
      { ...file, recipientIds: [auditor.id] },
    ])
      expect(codeOf(await create(owner, more)), JSON.stringify(more)).toBe('BAD_USER_INPUT');
    expect(codeOf(await create(auditor.as, file))).toBe('FORBIDDEN');
    expect(codeOf(await create(employee.as))).toBe('FORBIDDEN');
  });

  it('leave a manager their own, to themselves; HR sees all of them', async () => {
    const [site] = await api.database.repositories.sites.listAll();
    const manager = await somebody('MANAGER', { siteIds: [site?.id ?? ''] });
    const hr = await somebody('HR_ADMIN');
    const theirs = await made(owner);
    expect(codeOf(await create(manager.as, { recipientIds: [hr.id] }))).toBe('BAD_USER_INPUT');
    const own = await made(manager.as);
    expect((await listed(manager.as)).map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect(await listed(hr.as)).toHaveLength(2);
    const change = (field: string, as: Credentials, { id, version }: typeof own) =>
      api.client.send(
        {
          query: `mutation { ${field}(id: "${id}", version: ${version}${field === 'pauseReportSchedule' ? ', isPaused: true' : ''}) { isPaused version } }`,
        },
        as,
      );
    expect(codeOf(await change('pauseReportSchedule', manager.as, theirs))).toBe('NOT_FOUND');
    expect(codeOf(await change('removeReportSchedule', manager.as, theirs))).toBe('NOT_FOUND');
    const update = 'mutation ($input: UpdateReportScheduleInput!) { updateReportSchedule(input: $input) { name } }';
    const wanted = { ...DAILY, id: theirs.id, version: 1 };
    expect(codeOf(await api.client.ask(update, wanted, manager.as))).toBe('NOT_FOUND');
    expect((await api.client.ask(update, { ...wanted, name: 'Other' }, hr.as)).data.updateReportSchedule.name).toBe(
      'Other',
    );
    expect((await change('pauseReportSchedule', hr.as, own)).data.pauseReportSchedule).toEqual({
      isPaused: true,
      version: 2,
    });
    expect(codeOf(await change('removeReportSchedule', hr.as, own))).toBe('CONFLICT');
    expect((await change('removeReportSchedule', manager.as, { ...own, version: 2 })).errors).toBeUndefined();
    expect(await listed(manager.as)).toEqual([]);
  });

  it('are refused for a site or a department that is not there', async () => {
    for (const field of ['siteId', 'departmentId']) {
      const answer = await create(owner, { [field]: randomUUID() });
      expect(codeOf(answer)).toBe('BAD_USER_INPUT');
      expect(JSON.stringify(answer.errors)).toContain(field);
    }
    expect(await listed()).toEqual([]);
  });

  it('ask for a day of the week or month where it has one, and nowhere else', async () => {
    for (const more of [
      { frequency: 'WEEKLY' },
      { frequency: 'MONTHLY', weekday: 1 },
      { weekday: 1 },
      { frequency: 'MONTHLY', dayOfMonth: 29 },
      { time: '7:00' },
      { timeZone: 'Mars/Base' },
      { format: 'CSV' },
      { delivery: 'ATTACHMENT', format: 'JSON' },
    ])
      expect(codeOf(await create(owner, more)), JSON.stringify(more)).toBe('BAD_USER_INPUT');
  });
});
