import type { Page } from '@playwright/test';
import { query } from '../server/graphql.js';
import type { DemoFacts } from './screens.js';

const FIND = `query ($days: AttendanceDayFilter!) {
  employees(filter: { search: "1003" }, first: 1) { nodes { id } }
  attendanceDays(filter: $days, first: 100) { nodes { workDate status flags markCount employee { id } } }
}`;

interface Found {
  readonly employees: { nodes: { id: string }[] };
  readonly attendanceDays: {
    nodes: { workDate: string; status: string; flags: string[]; markCount: number; employee: { id: string } }[];
  };
}

const WEEK_MS = 7 * 86_400_000;

/** Looks for what is worth a picture, and adds somebody whose face is to be registered. */
export async function findDemoFacts(page: Page, now: Date): Promise<DemoFacts> {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const days = { from: day(now.getTime() - WEEK_MS), to: day(now.getTime() - 1) };
  const { employees, attendanceDays } = await query<Found>(page, FIND, { days });
  const [telling] = attendanceDays.nodes
    .filter(({ status, markCount }) => status !== 'IN_PROGRESS' && markCount > 1)
    .sort((one, other) => other.flags.length - one.flags.length);
  const [employee] = employees.nodes;
  if (employee === undefined || telling === undefined) throw new Error('The demo company is not as expected.');
  return {
    employeeId: employee.id,
    day: `${telling.employee.id}/${telling.workDate}`,
    newcomerId: await addNewcomer(page),
  };
}

async function addNewcomer(page: Page): Promise<string> {
  const { createEmployee } = await query<{ createEmployee: { id: string } }>(
    page,
    'mutation { createEmployee(input: { number: "1013", name: "Miriam Vogel" }) { id } }',
  );
  const agreed = 'mutation ($employeeId: ID!) { recordConsent(input: { employeeId: $employeeId }) { id } }';
  await query(page, agreed, { employeeId: createEmployee.id });
  return createEmployee.id;
}
