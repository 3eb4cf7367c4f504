import type { Database, Employee, Site } from '@rollcall/db';
import type { FaceEngine } from '@rollcall/face-core';
import { addDays } from '../../local-dates/date-range.js';
import { createServices, type Services } from '../../services/create-services.js';
import { CliError } from '../exit-codes.js';
import { COMMAND_LINE } from '../system-actor.js';
import { type DemoFace, type DemoMark, planDemoMonth } from './demo-month.js';
import { DEMO_PEOPLE, DEMO_SITES } from './demo-people.js';
import { cameraPictureOf, emptyPicture, portraitOf } from './demo-photos.js';
import { DEMO_DEPARTMENTS, DEMO_POSTS } from './demo-posts.js';
import { isAtWorkIn, leaveDecisionsOpen, planDemoCalendar, planDemoWork } from './demo-work.js';

export interface DemoOptions {
  readonly database: Database;
  readonly engine: FaceEngine;
  /** The folder with the photos. */
  readonly photos: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly onProgress: (done: number, total: number) => void;
}

export interface DemoResult {
  readonly employees: number;
  /** How often each outcome of attendance came up. */
  readonly marks: Readonly<Record<string, number>>;
}

const VARIANTS = 3;
const MS_PER_DAY = 86_400_000;

/**
 * Enrols the demo people and lets them live through a month: every mark goes through the same services, models and thresholds
 * as a real one; only the clock is moved.
 *
 * @throws CliError if there are employees already
 */
export async function fillDemo(options: DemoOptions): Promise<DemoResult> {
  const { database, engine, now, newId, onProgress } = options;
  const today = now();
  let clock = new Date(today.getTime() - 31 * MS_PER_DAY);
  const services = createServices({ database, engine, now: () => clock, newId });
  const { totalCount } = await database.repositories.employees.list({}, 'NUMBER_ASC', { first: 1 });
  if (totalCount > 0) throw new CliError('There are employees already; the demo fills an empty installation only.');

  const sites = await demoSites(options, clock);
  const departmentIds = await demoDepartments(services);
  const employees: Employee[] = [];
  for (const index of DEMO_PEOPLE.keys())
    employees.push(await enrol(options, services, { sites, departmentIds }, index));
  const timeZoneOf = (person: number): string => siteOf(sites, person).timeZone;
  const date = (at: Date): string => at.toISOString().slice(0, 10);
  const calendar = planDemoCalendar(date(today));
  await planDemoWork(services, sites, employees, calendar, date(clock));
  const isAtWork = isAtWorkIn(calendar);
  const month = planDemoMonth({ personCount: employees.length, timeZoneOf, now: today, isAtWork });
  const pictures = await cameraPictures(options.photos);
  const marks: Record<string, number> = {};
  for (const [index, mark] of month.entries()) {
    clock = mark.at;
    const image = { base64: pictures(mark, index).toString('base64') };
    const employeeNumber = DEMO_PEOPLE[mark.person]?.number;
    const input = { idempotencyKey: `demo-${newId()}`, employeeNumber, image, kind: 'AUTO' as const };
    const { outcome } = await services.recordAttendance.record(COMMAND_LINE, input);
    marks[outcome] = (marks[outcome] ?? 0) + 1;
    onProgress(index + 1, month.length);
  }
  clock = today;
  // What time alone decides: absences, and days that nobody marked out of. East of Greenwich it may be tomorrow already.
  const range = { from: addDays(date(today), -31), to: addDays(date(today), 1) };
  await services.attendanceDays.rebuild(employees, range, today);
  await leaveDecisionsOpen(services, employees, today);
  return { employees: employees.length, marks };
}

async function demoSites({ database, newId }: DemoOptions, at: Date): Promise<readonly Site[]> {
  const { sites } = database.repositories;
  const [first] = await sites.listAll();
  if (first === undefined) throw new CliError('There is no site yet: start Rollcall once before.');
  const stamps = { createdAt: at, updatedAt: at };
  return [first, await sites.insert({ id: newId(), name: DEMO_SITES[1], timeZone: first.timeZone, ...stamps })];
}

function siteOf(sites: readonly Site[], person: number): Site {
  const site = sites[DEMO_PEOPLE[person]?.site ?? 0];
  if (site === undefined) throw new CliError('A demo person has no site.');
  return site;
}

/** @returns the ids by the names */
async function demoDepartments(services: Services): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const name of DEMO_DEPARTMENTS) ids.set(name, (await services.departments.create(COMMAND_LINE, { name })).id);
  return ids;
}

interface DemoPlaces {
  readonly sites: readonly Site[];
  readonly departmentIds: ReadonlyMap<string, string>;
}

async function enrol(
  options: DemoOptions,
  services: Services,
  { sites, departmentIds }: DemoPlaces,
  index: number,
): Promise<Employee> {
  const person = DEMO_PEOPLE[index];
  if (person === undefined) throw new CliError('There is no such demo person.');
  const { name, number } = person;
  const post = DEMO_POSTS[number];
  const employee = await services.employees.create(COMMAND_LINE, {
    name,
    number,
    siteId: siteOf(sites, index).id,
    departmentId: departmentIds.get(post?.department ?? '') ?? null,
    joiningDate: post?.joiningDate ?? null,
  });
  await services.consents.record(COMMAND_LINE, { employeeId: employee.id, method: 'IMPORTED' });
  const images = [{ base64: (await portraitOf(options.photos, person)).toString('base64') }];
  const { outcome } = await services.registerFace.register(COMMAND_LINE, {
    employeeId: employee.id,
    images,
    replace: false,
  });
  if (outcome !== 'REGISTERED') throw new CliError(`The photo of ${name} was not accepted: ${outcome}.`);
  return employee;
}

/** All pictures are cut once; what the camera shows depends on who stands there. */
async function cameraPictures(photos: string): Promise<(mark: DemoMark, index: number) => Buffer> {
  const people = await Promise.all(
    DEMO_PEOPLE.map((person) =>
      Promise.all(Array.from({ length: VARIANTS }, (_, variant) => cameraPictureOf(photos, person, variant))),
    ),
  );
  const empty = await emptyPicture(photos);
  return ({ person, face }, index) => {
    const shown = personShown(person, face);
    return (shown === null ? undefined : people[shown]?.[index % VARIANTS]) ?? empty;
  };
}

function personShown(person: number, face: DemoFace): number | null {
  if (face === 'NOBODY') return null;
  return face === 'SELF' ? person : (person + 1) % DEMO_PEOPLE.length;
}
