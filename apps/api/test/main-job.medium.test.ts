import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { COMPARE_FACES, COUNTS, RECORD_ATTENDANCE, REGISTER_FACE, VERIFY_FACE } from './testing/operations.js';
import {
  createPerson,
  createPersonWithConsent,
  createRegisteredPerson,
  forgetFace,
  type Person,
} from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let anna: Person;
const image: Record<keyof typeof photos, Buffer> = {} as never;

beforeAll(async () => {
  for (const name of Object.keys(photos) as (keyof typeof photos)[]) image[name] = await photos[name]();
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  anna = await createRegisteredPerson(api, owner, image.anna);
});

afterAll(() => api.stop());

const countsOf = async (id: string) => (await api.client.send({ query: COUNTS, variables: { id } }, owner)).data;
const register = (employeeId: string, photo: readonly Buffer[], more = {}) =>
  api.client.ask(REGISTER_FACE, { employeeId, images: photo.map(base64), ...more }, owner);
const verify = (employeeNumber: string, photo: Buffer) =>
  api.client.ask(VERIFY_FACE, { employeeNumber, image: base64(photo) }, owner);
const record = (idempotencyKey: string, employeeNumber: string, photo: Buffer) =>
  api.client.ask(RECORD_ATTENDANCE, { idempotencyKey, employeeNumber, image: base64(photo) }, owner);

describe('registerFace', () => {
  it('keeps one template, without its vector, and says how each photo did', async () => {
    const person = await createPersonWithConsent(api, owner);
    const { data } = await register(person.id, [image.ben, image.landscape]);
    expect(data.registerFace).toMatchObject({
      outcome: 'REGISTERED',
      templates: [{ modelId: 'mobilefacenet-192', imageCount: 1 }],
      images: [
        { index: 0, outcome: 'REGISTERED', remark: null, hints: [] },
        { index: 1, outcome: 'NO_FACE', remark: null, box: null },
      ],
    });
    const { box } = data.registerFace.images[0];
    expect(box.x).toBeGreaterThan(0.3);
    expect(box.x + box.width).toBeLessThanOrEqual(1);
    const counts = await countsOf(person.id);
    expect(counts.employee.faceStatus).toBe('ENROLLED');
    expect(counts.captureAttempts.nodes.map((one: { outcome: string }) => one.outcome).sort()).toEqual([
      'NO_FACE',
      'REGISTERED',
    ]);
  });

  it('averages several photos of one person into one template', async () => {
    const person = await createPersonWithConsent(api, owner);
    await forgetFace(api, anna);
    const { data } = await register(person.id, [image.anna, image.annaAgain]);
    expect(data.registerFace).toMatchObject({ outcome: 'REGISTERED', templates: [{ imageCount: 2 }] });
    await forgetFace(api, person);
    expect((await register(anna.id, [image.anna])).data.registerFace.outcome).toBe('REGISTERED');
  });

  it.each([
    ['no face', 'landscape', 'NO_FACE'],
    ['two faces', 'group', 'MULTIPLE_FACES'],
  ] as const)('registers nothing from a photo with %s, and says so', async (_what, photo, outcome) => {
    const person = await createPersonWithConsent(api, owner);
    const { data } = await register(person.id, [image[photo]]);
    expect(data.registerFace).toMatchObject({ outcome, templates: [], images: [{ outcome }] });
    expect(data.registerFace.images[0].hints[0]).toMatch(/face/i);
    expect((await countsOf(person.id)).employee).toEqual({ faceStatus: 'NOT_ENROLLED', templates: [] });
  });

  it('registers nothing from photos of two people', async () => {
    const person = await createPersonWithConsent(api, owner);
    const { data } = await register(person.id, [image.carol, image.anna]);
    const images = [{ remark: 'ODD_ONE_OUT' }, { remark: 'ODD_ONE_OUT' }];
    expect(data.registerFace).toMatchObject({ outcome: 'INCONSISTENT_IMAGES', templates: [], images });
    expect((await countsOf(person.id)).employee.templates).toEqual([]);
  });

  it('refuses a second face for a person unless it replaces the first', async () => {
    const person = await createPersonWithConsent(api, owner);
    await register(person.id, [image.carol]);
    await forgetFace(api, anna);
    expect((await register(person.id, [image.anna])).data.registerFace).toMatchObject({
      outcome: 'INCONSISTENT_IMAGES',
      images: [{ remark: 'NOT_THE_STORED_FACE' }],
    });
    const replaced = (await register(person.id, [image.anna], { replace: true })).data.registerFace;
    expect(replaced).toMatchObject({ outcome: 'REGISTERED', templates: [{ imageCount: 1 }] });
    expect(replaced.templates).toHaveLength(1);
    await forgetFace(api, person);
    await register(anna.id, [image.anna]);
  });

  it('finds the same face under another number and keeps nothing', async () => {
    const person = await createPersonWithConsent(api, owner);
    const { data } = await register(person.id, [image.annaAgain]);
    expect(data.registerFace).toMatchObject({ outcome: 'DUPLICATE_FACE', templates: [], duplicateOf: { id: anna.id } });
    expect((await countsOf(person.id)).employee.templates).toEqual([]);
  });

  it('needs the consent of the person', async () => {
    const person = await createPerson(api, owner);
    expect(codeOf(await register(person.id, [image.carol]))).toBe('CONSENT_MISSING');
    expect(await countsOf(person.id)).toMatchObject({
      employee: { templates: [] },
      captureAttempts: { totalCount: 0 },
    });
  });
});

describe('verifyFace', () => {
  it('knows another photo of the person', async () => {
    const { data } = await verify(anna.number, image.annaAgain);
    expect(data.verifyFace).toMatchObject({
      outcome: 'MATCH',
      attempt: { kind: 'VERIFY', outcome: 'MATCH', employee: { id: anna.id } },
    });
    expect(data.verifyFace.similarity).toBeGreaterThan(data.verifyFace.operatingPoint.threshold);
  });

  it('takes a number in any case and an id', async () => {
    expect((await verify(anna.number.toLowerCase(), image.annaAgain)).data.verifyFace.outcome).toBe('MATCH');
    const byId = await api.client.ask(VERIFY_FACE, { employeeId: anna.id, image: base64(image.annaAgain) }, owner);
    expect(byId.data.verifyFace.outcome).toBe('MATCH');
  });

  it('says no to somebody else', async () => {
    const { data } = await verify(anna.number, image.ben);
    expect(data.verifyFace.outcome).toBe('NON_MATCH');
    expect(data.verifyFace.similarity).toBeLessThan(data.verifyFace.operatingPoint.threshold);
  });

  it('answers alike for an unknown number, a person without a face and one who left', async () => {
    const without = await createPerson(api, owner);
    const left = await createPersonWithConsent(api, owner);
    await register(left.id, [image.carol]);
    await api.client.send(
      { query: 'mutation ($id: ID!) { deactivateEmployee(id: $id) { status } }', variables: { id: left.id } },
      owner,
    );
    const shapes = [];
    for (const number of ['no-such-number', without.number, left.number]) {
      const { outcome, similarity } = (await verify(number, image.carol)).data.verifyFace;
      shapes.push({ outcome, similarity });
      expect((await verify(number, image.landscape)).data.verifyFace.outcome).toBe('NO_FACE');
    }
    expect(new Set(shapes.map((shape) => JSON.stringify(shape)))).toEqual(
      new Set(['{"outcome":"NOT_ENROLLED","similarity":null}']),
    );
  });

  it('cannot read a face any more once the consent is withdrawn', async () => {
    const person = await createPersonWithConsent(api, owner);
    await forgetFace(api, anna);
    await register(person.id, [image.anna]);
    const withdraw = {
      query: 'mutation ($id: ID!) { withdrawConsent(employeeId: $id) { faceStatus consent { id } templates { id } } }',
      variables: { id: person.id },
    };
    const { data } = await api.client.send(withdraw, owner);
    expect(data.withdrawConsent).toEqual({ faceStatus: 'NOT_ENROLLED', consent: null, templates: [] });
    expect((await verify(person.number, image.annaAgain)).data.verifyFace.outcome).toBe('NOT_ENROLLED');
    expect(codeOf(await api.client.send(withdraw, owner))).toBe('CONSENT_MISSING');
    await register(anna.id, [image.anna]);
  });
});

describe('compareFaces', () => {
  it('compares two photos and keeps nothing of the people in them', async () => {
    const before = await api.client.send({ query: '{ captureAttempts { totalCount } }' }, owner);
    const input = { reference: base64(image.anna), probe: base64(image.annaAgain) };
    const same = (await api.client.ask(COMPARE_FACES, input, owner)).data.compareFaces;
    expect(same).toMatchObject({ outcome: 'MATCH', failedImage: null, operatingPoint: { kind: 'VERIFY' } });
    const other = (await api.client.ask(COMPARE_FACES, { ...input, probe: base64(image.ben) }, owner)).data
      .compareFaces;
    expect(other).toMatchObject({ outcome: 'NON_MATCH', failedImage: null });
    const document = (await api.client.ask(COMPARE_FACES, { ...input, kind: 'DOCUMENT' }, owner)).data.compareFaces;
    expect(document.operatingPoint.kind).toBe('COMPARE_DOCUMENT');
    expect((await api.client.send({ query: '{ captureAttempts { totalCount } }' }, owner)).data).toEqual(before.data);
  });

  it('says which of the two photos has no usable face', async () => {
    const input = { reference: base64(image.anna), probe: base64(image.group) };
    const { data } = await api.client.ask(COMPARE_FACES, input, owner);
    expect(data.compareFaces).toMatchObject({ outcome: 'MULTIPLE_FACES', failedImage: 'PROBE', similarity: null });
  });
});

describe('recordAttendance', () => {
  it('marks attendance, dates it in the zone of the site and shows it in the day', async () => {
    const { data } = await record('first', anna.number, image.annaAgain);
    expect(data.recordAttendance).toMatchObject({
      outcome: 'RECORDED',
      replayed: false,
      event: {
        kind: 'AUTO',
        timeZone: 'Europe/Berlin',
        source: 'DASHBOARD',
        assurance: 'FACE_BROWSER',
        employee: { id: anna.id },
      },
      attempt: { kind: 'ATTENDANCE', outcome: 'RECORDED' },
    });
    const { event } = data.recordAttendance;
    expect(event.localDate).toBe(new Date(event.at).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' }));
    const days = await api.client.send(
      {
        query:
          '{ attendanceDays { nodes { workDate status firstInAt markCount isFinal employee { id } trace { rule } } } }',
      },
      owner,
    );
    expect(days.data.attendanceDays.nodes).toEqual([
      expect.objectContaining({
        workDate: event.localDate,
        status: 'IN_PROGRESS',
        firstInAt: event.at,
        markCount: 1,
        employee: { id: anna.id },
      }),
    ]);
  });

  it('keeps a second mark within two minutes, calls it a double tap, and counts the next one', async () => {
    expect((await record('tap-1', anna.number, image.annaAgain)).data.recordAttendance.outcome).toBe('DOUBLE_TAP');
    api.clock.forward(121_000);
    expect((await record('tap-2', anna.number, image.annaAgain)).data.recordAttendance.outcome).toBe('RECORDED');
    const { data } = await api.client.send(
      { query: '{ attendanceDays(first: 1) { nodes { markCount flags lastOutAt } } }' },
      owner,
    );
    expect(data.attendanceDays.nodes[0]).toMatchObject({ markCount: 3, flags: ['DOUBLE_TAP'] });
    expect(data.attendanceDays.nodes[0].lastOutAt).not.toBeNull();
  });

  it.each([
    ['somebody else', 'ben', 'NON_MATCH'],
    ['no face', 'landscape', 'NO_FACE'],
    ['two faces', 'group', 'MULTIPLE_FACES'],
  ] as const)('marks nothing for %s, and keeps the attempt', async (_what, photo, outcome) => {
    const before = await countsOf(anna.id);
    const { data } = await record(`refused-${photo}`, anna.number, image[photo]);
    expect(data.recordAttendance).toMatchObject({
      outcome,
      event: null,
      attempt: { outcome, employee: { id: anna.id } },
    });
    const after = await countsOf(anna.id);
    expect(after.attendanceEvents).toEqual(before.attendanceEvents);
    expect(after.captureAttempts.totalCount).toBe(before.captureAttempts.totalCount + 1);
  });

  it('marks nobody before the first or after the last day', async () => {
    await forgetFace(api, anna);
    const gone = await createRegisteredPerson(api, owner, image.anna, {
      joiningDate: '2020-01-01',
      leavingDate: '2020-12-31',
    });
    const { data } = await record('gone', gone.number, image.annaAgain);
    expect(data.recordAttendance).toMatchObject({
      outcome: 'NOT_EMPLOYED',
      event: null,
      attempt: { outcome: 'NOT_EMPLOYED' },
    });
    await forgetFace(api, gone);
    await register(anna.id, [image.anna]);
  });

  it('pauses the face of a person after five failures on one device, not that of others, until HR unlocks it', async () => {
    const outcomes = [];
    for (let index = 0; index < 6; index += 1)
      outcomes.push((await verify(anna.number, image.ben)).data.verifyFace.outcome);
    expect(outcomes.at(-1)).toBe('LOCKED_OUT');
    const locked = await record('locked', anna.number, image.annaAgain);
    expect(locked.data.recordAttendance).toMatchObject({
      outcome: 'LOCKED_OUT',
      event: null,
      attempt: { similarity: null },
    });
    const other = await createPerson(api, owner);
    expect((await verify(other.number, image.ben)).data.verifyFace.outcome).toBe('NOT_ENROLLED');
    const unlock = {
      query: 'mutation ($id: ID!) { unlockFace(employeeId: $id) { id } }',
      variables: { id: anna.id },
    };
    expect((await api.client.send(unlock, owner)).data).toEqual({ unlockFace: { id: anna.id } });
    expect((await record('unlocked', anna.number, image.annaAgain)).data.recordAttendance.event).not.toBeNull();
  });
});

describe('a day that is over', () => {
  it('is closed without another mark: one mark alone is a missing mark', async () => {
    api.clock.forward(3 * 24 * 3600_000);
    expect((await api.container.services.closeDays.run())?.written).toBeGreaterThan(0);
    const { data } = await api.client.send({ query: '{ attendanceDays { nodes { status } } }' }, owner);
    expect(data.attendanceDays.nodes.map((day: { status: string }) => day.status)).not.toContain('IN_PROGRESS');
    expect(await api.container.services.closeDays.run()).toMatchObject({ written: 0, removed: 0 });
  });
});
