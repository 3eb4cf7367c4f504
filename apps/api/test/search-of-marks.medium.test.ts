import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../src/access/actor.js';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { managerOf, openWorkDays, type WorkDays } from './testing/work-days.js';

const DATE = '2026-03-02';

let work: WorkDays;

beforeAll(async () => {
  work = await openWorkDays();
  const { id: southId } = await work.repositories.sites.insert(work.siteOf('South', work.clock.now()));
  for (const [number, name, siteId] of [
    ['M1', 'Émile Durand', work.site.id],
    ['M2', 'Anna Durand', southId],
    ['M3', 'Bo Bell', work.site.id],
  ] as const) {
    const person = await work.person({ number, name, siteId, siteHistory: [{ siteId, from: null }] });
    await work.marks(person, DATE, ['09:00', '17:00'], { siteId });
  }
}, 60_000);

afterAll(() => work.database.close());

/** The number of each mark that is found, newest first. */
async function found(search: string, actor: Actor = COMMAND_LINE) {
  const { nodes } = await work.services.attendanceEvents.list(actor, { filter: { search }, first: 50 });
  const people = await work.repositories.employees.listByIds(nodes.map(({ employeeId }) => employeeId));
  const numbers = new Map(people.map(({ id, number }) => [id, number]));
  return nodes.map(({ employeeId }) => numbers.get(employeeId)).sort();
}

describe('marks that are searched for', () => {
  it('are those of people with all words in number, name or e-mail, whatever case and accents', async () => {
    expect(await found('durand')).toEqual(['M1', 'M1', 'M2', 'M2']);
    expect(await found(' EMILE durand')).toEqual(['M1', 'M1']);
    expect(await found('m3')).toEqual(['M3', 'M3']);
    expect(await found('nobody')).toEqual([]);
    expect(await found(' ')).toHaveLength(6);
  });

  it('are none that the actor may not see, whatever is searched for', async () => {
    expect(await found('durand', managerOf([work.site.id]))).toEqual(['M1', 'M1']);
  });
});
