import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { must } from './client.mjs';

const PIN = '481920';
const AT_ONCE = 10;
const SCOPES = [
  'employees:read',
  'employees:write',
  'faces:write',
  'faces:verify',
  'attendance:read',
  'attendance:write',
  'attendance:manage',
];
const CREATE = 'mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { id number } }';

/** Signs in as the first administrator and makes a key. @returns {Promise<string>} */
export async function createKey(url, admin) {
  const signIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify(admin),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const query = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables: { input: { name: 'durability', scopes: SCOPES } } }),
  });
  return (await response.json()).data.createApiKey.key;
}

/**
 * People who mark by PIN or are vouched for, and one who marks by face.
 *
 * @returns {Promise<{ people: { id: string, number: string }[], anna: { id: string, number: string }, photo: string }>}
 */
export async function createPeople(api, count) {
  const people = [];
  const add = async (i) => {
    const person = await must(api, CREATE, { input: { number: `P-${i}`, name: `Person ${i}` } });
    await must(api, 'mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }', {
      id: person.id,
      pin: PIN,
    });
    people.push(person);
  };
  for (let i = 0; i < count; i += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - i) }, (_, n) => add(i + n)));
  const anna = await must(api, CREATE, { input: { number: 'ANNA', name: 'Anna' } });
  await must(api, 'mutation ($i: RecordConsentInput!) { recordConsent(input: $i) { id } }', {
    i: { employeeId: anna.id },
  });
  const image = { base64: await photoOf('sample1.jpg', 1120) };
  const input = { employeeId: anna.id, images: [image] };
  const { outcome } = await must(api, 'mutation ($i: RegisterFaceInput!) { registerFace(input: $i) { outcome } }', {
    i: input,
  });
  if (outcome !== 'REGISTERED') throw new Error(`the face was not registered: ${outcome}`);
  return { people, anna, photo: await photoOf('sample3.jpg', 706) };
}

/** One face out of a group photo that ships in a package; none is in this repository. */
export async function photoOf(file, left) {
  const demo = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
  const image = sharp(path.join(demo, 'demo', file)).extract({ left, top: 0, width: 700, height: 900 });
  return (await image.jpeg({ quality: 92 }).toBuffer()).toString('base64');
}

const ANSWER = '{ outcome replayed event { id } attempt { id } }';
const BY_PERSON = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) ${ANSWER} }`;
const BY_SUPERVISOR = `mutation ($input: RecordSupervisorMarkInput!) { recordSupervisorMark(input: $input) ${ANSWER} }`;

/** What somebody sends to make mark number `index`: of twenty, one by face if it is free, six by PIN, the others vouched for. */
export function markRequest({ people, anna, photo }, index, isFaceFree) {
  const idempotencyKey = `mark-${index}`;
  const turn = index % 20;
  if (turn === 0 && isFaceFree) return byFace({ anna, photo }, idempotencyKey);
  // Each round begins with another person: nobody types their PIN all the time.
  const person = people[(index + Math.floor(index / 20)) % people.length];
  if (turn <= 6)
    return { query: BY_PERSON, input: { idempotencyKey, employeeNumber: person.number, pin: PIN }, isThrottled: true };
  return { query: BY_SUPERVISOR, input: { idempotencyKey, employeeId: person.id, reason: 'No camera at this gate' } };
}

/** @param {string} kind of the mark, to send other content under the same key */
export function byFace({ anna, photo }, idempotencyKey, kind = 'AUTO') {
  const input = { idempotencyKey, employeeNumber: anna.number, image: { base64: photo }, kind };
  return { query: BY_PERSON, input, isFace: true, isThrottled: true };
}
