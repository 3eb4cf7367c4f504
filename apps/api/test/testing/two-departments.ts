import { randomUUID } from 'node:crypto';
import { anEvent } from '@rollcall/db/testing';
import { createAccount } from '../../src/auth/accounts.js';
import type { Credentials } from './graphql-test-client.js';
import { createPerson } from './people.js';
import type { TestApi } from './test-api.js';

/** A day that is over everywhere, in a period that payroll took. */
export const PAST = '2026-03-10';

/** Somebody with one of everything there is about people. */
export interface KnownPerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly departmentId: string;
  readonly eventId: string;
  readonly dayId: string;
  readonly leaveId: string;
  readonly correctionId: string;
  readonly disputeId: string;
  readonly assignmentId: string;
}

const MUTATIONS = {
  supervisorMark:
    'mutation ($input: RecordSupervisorMarkInput!) { made: recordSupervisorMark(input: $input) { event { id } } }',
  leave: 'mutation ($input: RequestLeaveInput!) { made: requestLeave(input: $input) { id } }',
  correction: 'mutation ($input: RequestCorrectionInput!) { made: requestCorrection(input: $input) { id } }',
  dispute: 'mutation ($input: DisputeMarkInput!) { made: disputeMark(input: $input) { id } }',
  assignment: 'mutation ($input: AssignShiftInput!) { made: assignShift(input: $input) { id } }',
  finalise: 'mutation ($input: FinalisePeriodInput!) { made: finalisePeriod(input: $input) { id } }',
  shift: 'mutation ($input: CreateShiftInput!) { made: createShift(input: $input) { id } }',
  leaveType: 'mutation ($input: CreateLeaveTypeInput!) { made: createLeaveType(input: $input) { id } }',
  department: 'mutation ($input: CreateDepartmentInput!) { made: createDepartment(input: $input) { id } }',
} as const;

/** Two departments at one site with one person each, and who manages them. */
export async function openTwoDepartments(api: TestApi, owner: Credentials) {
  const { repositories } = api.database;
  const make = async (what: keyof typeof MUTATIONS, input: object) => {
    const { data, text } = await api.client.ask(MUTATIONS[what], input, owner);
    if (data?.made == null) throw new Error(`${what}: ${text}`);
    return data.made;
  };
  const period = (await make('finalise', { from: '2026-03-01', to: '2026-03-31' })).id as string;
  const shiftId = (await make('shift', { name: `Day ${randomUUID()}`, start: '09:00', end: '17:00' })).id as string;
  const leaveTypeId = (await make('leaveType', { name: `Leave ${randomUUID()}`, isPaid: true })).id as string;

  async function person(label: string, departmentId: string): Promise<KnownPerson> {
    const name = `${label} ${randomUUID()}`;
    const { id, number } = await createPerson(api, owner, { name, departmentId, joiningDate: '2026-01-01' });
    const reason = `About ${name}`;
    const { event } = await make('supervisorMark', { employeeId: id, reason, idempotencyKey: randomUUID() });
    const siteId = (await repositories.employees.getById(id)).siteId ?? '';
    await pastMarks(id, siteId);
    const days = await repositories.dayRecords.listOf([id], { from: '2026-04-01', to: '9999-12-31' });
    const at = new Date(Date.now() - 60_000).toISOString();
    return {
      ...{ id, number, name, departmentId, eventId: event.id, dayId: days.at(-1)?.id ?? '' },
      leaveId: (await make('leave', { employeeId: id, leaveTypeId, from: '2026-05-04', to: '2026-05-04', reason })).id,
      correctionId: (await make('correction', { employeeId: id, action: 'ADD', at, reason })).id,
      disputeId: (await make('dispute', { eventId: event.id, reason })).id,
      assignmentId: (await make('assignment', { employeeIds: [id], shiftId, from: '2027-03-01', to: '2027-03-02' }))[0]
        .id,
    };
  }

  /** Marks that arrived after payroll took the period, and one that no day holds. */
  async function pastMarks(employeeId: string, siteId: string): Promise<void> {
    const place = { siteId, timeZone: 'Europe/Berlin', localDate: PAST };
    const mark = (time: string) => anEvent(employeeId, { ...place, at: new Date(`${PAST}T${time}:00Z`) });
    await repositories.attendanceEvents.insertMany([mark('08:00'), mark('16:00')]);
    const late = { ...place, localDate: '2026-04-02', at: new Date('2026-04-02T03:00:00Z') };
    const range = { from: '2026-04-02', to: '2026-04-02' };
    const loose = { id: randomUUID(), employeeId, kind: 'AUTO' as const, reason: 'OUTSIDE_WINDOW', ...late };
    await repositories.offShiftMarks.replaceDays([employeeId], range, [loose]);
  }

  async function manager(access: { readonly siteIds?: string[]; readonly departmentIds?: string[] }) {
    const account = { email: `${randomUUID()}@example.org`, password: 'tulip carpet ninety fog' };
    await createAccount(api.container.auth, { ...account, name: 'Manager', roles: ['MANAGER'], ...access });
    return api.client.signIn(account.email, account.password);
  }

  const department = async (name: string) =>
    (await make('department', { name: `${name} ${randomUUID()}` })).id as string;
  const [ourDepartment, theirDepartment] = [await department('Ours'), await department('Theirs')];
  return {
    ...{ make, manager, period, shiftId, leaveTypeId, ourDepartment, theirDepartment },
    ours: await person('Ours', ourDepartment),
    theirs: await person('Theirs', theirDepartment),
  };
}
