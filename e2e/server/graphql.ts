import { expect, type Page } from '@playwright/test';

/** Asks the API with the session of that browser, past the pages. Fails on an error. */
export async function query<T>(page: Page, text: string, variables: Record<string, unknown> = {}): Promise<T> {
  // A connection that idled for as long as the server keeps it may be closed just now.
  // A document of our own: without the header a session sends those of the dashboard only (docs/adr/0149).
  const headers = { 'x-rollcall-explorer': '1' };
  const response = await page.request.post('/graphql', { headers, data: { query: text, variables }, maxRetries: 1 });
  const { data, errors } = await response.json();
  expect(errors, `errors of ${text}`).toBeUndefined();
  return data as T;
}

export interface NewEmployee {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

let counter = 0;

/** An employee nobody else uses, with a consent in force. */
export async function createEmployee(page: Page, name: string): Promise<NewEmployee> {
  counter += 1;
  const number = `${Date.now().toString(36)}-${process.pid}-${counter}`;
  const { createEmployee: employee } = await query<{ createEmployee: { id: string } }>(
    page,
    'mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { id } }',
    { input: { number, name } },
  );
  await query(page, 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', {
    input: { employeeId: employee.id },
  });
  return { id: employee.id, number, name };
}

/** Withdraws every consent, so that a face of the test before is not found as a duplicate. */
export async function forgetFaces(page: Page): Promise<void> {
  const { employees } = await query<{ employees: { nodes: { id: string }[] } }>(
    page,
    '{ employees(filter: { faceStatus: ENROLLED }, first: 100) { nodes { id } } }',
  );
  for (const { id } of employees.nodes) {
    await query(page, 'mutation ($id: ID!) { withdrawConsent(employeeId: $id) { id } }', { id });
  }
}

/** Registers the face on an uploaded photo. @returns the outcome */
export async function registerFace(page: Page, employee: NewEmployee, photo: Buffer): Promise<string> {
  const { registerFace: payload } = await query<{ registerFace: { outcome: string } }>(
    page,
    'mutation ($input: RegisterFaceInput!) { registerFace(input: $input) { outcome } }',
    { input: { employeeId: employee.id, images: [{ base64: photo.toString('base64') }] } },
  );
  return payload.outcome;
}

export interface Kept {
  readonly eventCount: number;
  readonly attemptOutcomes: readonly string[];
}

/** What the database kept of this person: accepted marks, and the outcomes of attendance attempts, newest first. */
export async function keptOf(page: Page, employee: NewEmployee): Promise<Kept> {
  const result = await query<{
    attendanceEvents: { totalCount: number };
    captureAttempts: { nodes: { outcome: string; kind: string }[] };
  }>(
    page,
    `query ($id: ID!) {
      attendanceEvents(filter: { employeeId: $id }) { totalCount }
      captureAttempts(filter: { employeeId: $id }) { nodes { outcome kind } }
    }`,
    { id: employee.id },
  );
  const attempts = result.captureAttempts.nodes.filter(({ kind }) => kind === 'ATTENDANCE');
  return { eventCount: result.attendanceEvents.totalCount, attemptOutcomes: attempts.map(({ outcome }) => outcome) };
}
