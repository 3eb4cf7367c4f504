import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { signIn } from '../actors/office.js';
import { expect, test } from '../fixtures.js';
import { query } from '../server/graphql.js';

/** The date some days ago in UTC; far enough from midnight for any zone. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

interface Planned {
  readonly id: string;
  readonly name: string;
  /** Of the person; also in the names of the policy and the site. */
  readonly number: string;
  readonly policyId: string;
  readonly siteId: string;
}

/** A new person at a site of their own, with a shift from 8 to 16 UTC on one date, judged by a policy of their own. */
async function planWork(page: Page, name: string, date: string, levers: object): Promise<Planned> {
  const number = `R${Date.now().toString(36)}`;
  const create = async (operation: string, input: object, answer = 'id') => {
    const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`.replace('Attendance', '');
    const text = `mutation ($input: ${type}!) { made: ${operation}(input: $input) { id: ${answer} } }`;
    return (await query<{ made: { id: string } }>(page, text, { input })).made.id;
  };
  const siteId = await create('createSite', { name: `Site ${number}`, timeZone: 'UTC' });
  const id = await create('createEmployee', { number, name, siteId });
  const policyId = await create('createAttendancePolicy', { name: `Rules ${number}`, levers }, 'policyId');
  const shiftId = await create('createShift', { name: `Shift ${number}`, start: '08:00', end: '16:00', policyId });
  const assignment = { employeeIds: [id], shiftId, from: date, to: date };
  await query(page, 'mutation ($input: AssignShiftInput!) { assignShift(input: $input) { id } }', {
    input: assignment,
  });
  return { id, name, number, policyId, siteId };
}

/** HR enters a mark at a time in UTC and approves it. */
async function enterMark(page: Page, { id }: Planned, at: string) {
  const { requestCorrection: made } = await query<{ requestCorrection: { id: string; version: number } }>(
    page,
    'mutation ($input: RequestCorrectionInput!) { requestCorrection(input: $input) { id version } }',
    { input: { employeeId: id, action: 'ADD', at, reason: 'Entered by hand.' } },
  );
  await query(page, 'mutation ($input: DecisionInput!) { decideCorrection(input: $input) { id } }', {
    input: { ...made, isApproved: true },
  });
}

const dayOf = (page: Page, { id }: Planned, date: string) =>
  query<{ attendanceDays: { nodes: object[] } }>(
    page,
    `query ($id: ID!, $date: LocalDate!) {
      attendanceDays(filter: { employeeId: $id, from: $date, to: $date }) {
        nodes { status isFinal overtime { approval payableMinutes } }
      }
    }`,
    { id, date },
  ).then(({ attendanceDays }) => attendanceDays.nodes);

test('a change of the rules is shown day by day before it is stored, and refused if a mark came in between', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const date = daysAgo(3);
  const person = await planWork(page, 'Ida Regel', date, { halfDayBelowMinutes: 60 });
  await enterMark(page, person, `${date}T08:00:00Z`);
  await enterMark(page, person, `${date}T12:00:00Z`);
  await page.goto('/rules');
  await page.getByRole('link', { name: `Rules ${person.number}` }).click();
  await page.getByLabel('Judges days from').fill(date);
  await page.getByLabel('Half day if worked less than').fill('300');
  await page.getByLabel('Absent if worked less than').fill('300');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByText('This must be less than the limit for half days.')).toBeVisible();
  await page.getByLabel('Absent if worked less than').fill('30');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  const row = page.getByRole('row', { name: /Ida Regel/ });
  await expect(row.getByText('Present → Half day')).toBeVisible();
  expect(await dayOf(page, person, date)).toMatchObject([{ status: 'PRESENT' }]);

  await enterMark(page, person, `${date}T12:30:00Z`);
  const apply = page.getByRole('button', { name: /^Store the rules/ });
  await apply.click();
  await expect(page.getByText(/A mark or a correction arrived in between/)).toBeVisible();
  const versions = () =>
    query<{ attendancePolicies: { policyId: string; number: number }[] }>(
      page,
      '{ attendancePolicies { policyId number } }',
    ).then(({ attendancePolicies }) => attendancePolicies.filter((one) => one.policyId === person.policyId).length);
  expect(await versions()).toBe(1);
  await page.getByRole('button', { name: 'Look again' }).click();
  await apply.click();
  await expect(page.getByRole('row', { name: new RegExp(`Rules ${person.number}`) })).toContainText('Version 2');
  expect(await versions()).toBe(2);
  expect(await dayOf(page, person, date)).toMatchObject([{ status: expect.not.stringMatching('PRESENT') }]);
});

test('overtime waits in the inbox until it is approved; the period is signed for, finalised and reopened', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await signIn(page);
  const date = daysAgo(2);
  const overtime = { side: 'AFTER_SHIFT', startsAfterMinutes: 0, needsApproval: true };
  const person = await planWork(page, 'Otto Länger', date, { overtime });
  await enterMark(page, person, `${date}T08:00:00Z`);
  await enterMark(page, person, `${date}T17:00:00Z`);
  await page.goto('/inbox');
  await page.getByLabel('Minutes of Otto Länger to be paid').fill('45');
  await page.getByRole('button', { name: 'Approve the overtime of Otto Länger' }).click();
  await expect(page.getByRole('button', { name: 'Approve the overtime of Otto Länger' })).toBeHidden();
  await expect(page.getByText('Overtime of 1 day is decided')).toBeVisible();
  expect(await dayOf(page, person, date)).toMatchObject([{ overtime: { approval: 'APPROVED', payableMinutes: 45 } }]);

  await page.goto('/periods');
  const dialog = page.getByRole('dialog');
  for (const action of ['Sign for days', 'Finalise a period']) {
    await page.getByRole('button', { name: action }).click();
    await dialog.getByLabel('From').fill(date);
    await dialog.getByLabel('To, included').fill(date);
    await dialog.getByLabel('Site').selectOption(person.siteId);
    await dialog.getByRole('button', { name: action }).click();
    await expect(dialog).toBeHidden();
  }
  const period = page
    .getByRole('table', { name: 'Finalised periods' })
    .getByRole('row', { name: new RegExp(`Site ${person.number}`) });
  await expect(period.getByText('Locked')).toBeVisible();
  expect(await dayOf(page, person, date)).toMatchObject([{ isFinal: true }]);

  await period.getByRole('button', { name: /^Reopen/ }).click();
  await dialog.getByLabel('Why').fill('A mark was wrong.');
  await dialog.getByRole('button', { name: 'Reopen' }).click();
  await expect(period.getByText('Reopened')).toBeVisible();
  await enterMark(page, person, `${date}T18:00:00Z`);
  await period.getByRole('link', { name: 'Differences' }).click();
  await expect(page.getByRole('row', { name: /Otto Länger/ }).first()).toContainText('min');
});

test('finalising a period says first that a day lacks a mark', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page);
  const date = daysAgo(2);
  const person = await planWork(page, 'Mia Offen', date, {});
  await enterMark(page, person, `${date}T08:00:00Z`);
  await page.goto('/periods');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Finalise a period' }).click();
  await dialog.getByLabel('From').fill(date);
  await dialog.getByLabel('To, included').fill(date);
  await dialog.getByLabel('Site').selectOption(person.siteId);
  await expect(dialog.getByRole('status')).toContainText('1 day lacks a mark');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Finalise a period' }).click();
  await expect(dialog).toBeHidden();
  expect(await dayOf(page, person, date)).toMatchObject([{ status: 'MISSING_MARK', isFinal: true }]);
});
