import {
  type ApiKey,
  type AttendanceEvent,
  type CaptureAttempt,
  type Consent,
  type Department,
  type Device,
  type Employee,
  type FaceTemplate,
  faceStatusOf,
  type LeaveType,
  type Lockout,
  type MarkDispute,
  type Repositories,
  type Shift,
  type Site,
  type User,
} from '@rollcall/db';
import DataLoader from 'dataloader';
import type { Actor } from '../access/actor.js';
import { isVisible, limitOf } from '../access/read-limit.js';
import { isKeptStill } from '../modules/face-photo/photo-age.js';
import type { FaceStatus } from './enums.js';

/** Batched and cached for one request and one actor. People this actor may not see are not there. */
export interface Loaders {
  employee(id: string | null): Promise<Employee | null>;
  /** These were just read: nobody asks for them again. */
  know(people: readonly Employee[]): void;
  site(id: string | null): Promise<Site | null>;
  department(id: string | null): Promise<Department | null>;
  shift(id: string | null): Promise<Shift | null>;
  user(id: string): Promise<User | null>;
  apiKey(id: string): Promise<ApiKey | null>;
  device(id: string): Promise<Device | null>;
  leaveType(id: string | null): Promise<LeaveType | null>;
  consent(employeeId: string): Promise<Consent | null>;
  templates(employeeId: string): Promise<readonly FaceTemplate[]>;
  faceStatus(employeeId: string): Promise<FaceStatus>;
  hasPin(employeeId: string): Promise<boolean>;
  /** Whether a photo was kept of this attempt. */
  hasPhoto(attemptId: string): Promise<boolean>;
  hasPasskey(userId: string): Promise<boolean>;
  /** Of a subject of the throttle; null: may try. */
  lockout(subject: string): Promise<Lockout | null>;
  /** The second records of a person. */
  mergedFrom(employeeId: string): Promise<readonly Employee[]>;
  attempt(id: string | null): Promise<CaptureAttempt | null>;
  event(id: string): Promise<AttendanceEvent | null>;
  /** The latest dispute about a mark. */
  dispute(eventId: string): Promise<MarkDispute | null>;
}

export interface LoaderOptions {
  readonly db: Repositories;
  readonly actor: Actor | null;
  readonly modelId: string;
  readonly now: () => Date;
}

export function createLoaders({ db, actor, modelId, now }: LoaderOptions): Loaders {
  const employees = byId((ids) => db.employees.listByIds(ids));
  const attempts = byId((ids) => db.captureAttempts.listByIds(ids));
  const sites = byId(async () => db.sites.listAll());
  const departments = byId(async () => db.departments.listAll());
  const shifts = byId(async () => db.shifts.listAll());
  const leaveTypes = byId(async () => db.leaveTypes.listAll());
  const users = byId((ids) => db.users.listByIds(ids));
  const apiKeys = byId(async () => db.apiKeys.listAll());
  const devices = byId(async () => db.devices.listAll());
  const consents = new DataLoader<string, Consent | null>(async (ids) => {
    const found = new Map((await db.consents.listInForce(ids, 'FACE_RECOGNITION')).map((one) => [one.employeeId, one]));
    return ids.map((id) => found.get(id) ?? null);
  });
  const templates = new DataLoader<string, readonly FaceTemplate[]>(async (ids) => {
    const found = await db.faceTemplates.listByEmployees(ids);
    return ids.map((id) => found.filter((template) => template.employeeId === id));
  });
  const pins = new DataLoader<string, boolean>(async (ids) => {
    const holders = await db.employeePins.listHolders(ids);
    return ids.map((id) => holders.has(id));
  });
  const photos = new DataLoader<string, boolean>(async (ids) => {
    const settings = await db.settings.get();
    const kept = (await db.facePhotos.listByIds(ids)).filter((one) => isKeptStill(one, settings, now()));
    const found = new Set(kept.map(({ id }) => id));
    return ids.map((id) => found.has(id));
  });
  const passkeys = new DataLoader<string, boolean>(async (ids) => {
    const holders = await db.passkeys.listHolders(ids);
    return ids.map((id) => holders.has(id));
  });
  const lockouts = new DataLoader<string, Lockout | null>(async (subjects) => {
    const held = await db.throttles.listLockouts(subjects, now());
    return subjects.map((subject) => held.get(subject) ?? null);
  });
  const events = byId((ids) => db.attendanceEvents.listByIds(ids));
  const disputes = new DataLoader<string, MarkDispute | null>(async (ids) => {
    const latest = new Map((await db.markDisputes.listOfEvents(ids)).map((one) => [one.eventId, one]));
    return ids.map((id) => latest.get(id) ?? null);
  });
  const merged = new DataLoader<string, readonly Employee[]>(async (ids) => {
    const found = await db.employees.listMergedInto(ids);
    return ids.map((id) => found.filter(({ mergedIntoId }) => mergedIntoId === id));
  });
  const limit = limitOf(actor ?? { siteIds: null, departmentIds: [] });
  return {
    employee: async (id) => {
      const found = id === null ? null : await employees.load(id);
      const isOwn = found !== null && found.id === actor?.employeeId;
      return found !== null && (isOwn || isVisible(limit, found)) ? found : null;
    },
    know: (people) => {
      for (const one of people) employees.prime(one.id, one);
    },
    site: async (id) => (id === null ? null : sites.load(id)),
    department: async (id) => (id === null ? null : departments.load(id)),
    shift: async (id) => (id === null ? null : shifts.load(id)),
    leaveType: async (id) => (id === null ? null : leaveTypes.load(id)),
    user: (id) => users.load(id),
    apiKey: (id) => apiKeys.load(id),
    device: (id) => devices.load(id),
    consent: (employeeId) => consents.load(employeeId),
    templates: (employeeId) => templates.load(employeeId),
    faceStatus: async (employeeId) => {
      const found = await employees.load(employeeId);
      return found === null ? 'NOT_ENROLLED' : faceStatusOf(found, modelId);
    },
    attempt: async (id) => (id === null ? null : attempts.load(id)),
    mergedFrom: async (employeeId) => (await merged.load(employeeId)).filter((one) => isVisible(limit, one)),
    hasPin: (employeeId) => pins.load(employeeId),
    hasPhoto: (attemptId) => photos.load(attemptId),
    hasPasskey: (userId) => passkeys.load(userId),
    lockout: (subject) => lockouts.load(subject),
    event: (id) => events.load(id),
    dispute: (eventId) => disputes.load(eventId),
  };
}

function byId<T extends { readonly id: string }>(
  list: (ids: readonly string[]) => Promise<readonly T[]>,
): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await list(ids)).map((one) => [one.id, one]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
