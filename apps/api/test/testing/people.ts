import { randomUUID } from 'node:crypto';
import type { Credentials } from './graphql-test-client.js';
import { CREATE_API_KEY, CREATE_EMPLOYEE, RECORD_CONSENT, REGISTER_FACE } from './operations.js';
import { base64 } from './photos.js';
import type { TestApi } from './test-api.js';

export interface Person {
  readonly id: string;
  readonly number: string;
}

export async function createPerson(api: TestApi, as: Credentials, more: object = {}): Promise<Person> {
  const number = `E-${randomUUID()}`;
  const { data } = await api.client.ask(CREATE_EMPLOYEE, { number, name: 'Test Person', ...more }, as);
  return { id: data.createEmployee.id, number };
}

export async function createPersonWithConsent(api: TestApi, as: Credentials, more: object = {}): Promise<Person> {
  const person = await createPerson(api, as, more);
  await api.client.ask(RECORD_CONSENT, { employeeId: person.id }, as);
  return person;
}

export async function createRegisteredPerson(
  api: TestApi,
  as: Credentials,
  photo: Uint8Array,
  more: object = {},
): Promise<Person> {
  const person = await createPersonWithConsent(api, as, more);
  const { data, text } = await api.client.ask(REGISTER_FACE, { employeeId: person.id, images: [base64(photo)] }, as);
  if (data?.registerFace.outcome !== 'REGISTERED') throw new Error(`not registered: ${text}`);
  return person;
}

export async function createKey(
  api: TestApi,
  as: Credentials,
  scopes: readonly string[],
  more: object = {},
): Promise<string> {
  const { data, text } = await api.client.ask(CREATE_API_KEY, { name: 'test key', scopes, ...more }, as);
  if (data === null) throw new Error(text);
  return data.createApiKey.key;
}

/** Removes a stored face behind the API's back, so that the same photo can serve another person. */
export async function forgetFace({ database }: TestApi, { id }: Person): Promise<void> {
  const { faceTemplates } = database.repositories;
  await database.withTransaction((session) => faceTemplates.deleteByEmployee(id, null, { session }));
}
