import type { Database } from '@rollcall/db';
import type { Env } from '../env.js';

/** What a new installation starts with, taken from the settings: its name, its zone, one site. Later starts change nothing. */
export async function prepareOrganisation(
  { repositories }: Database,
  env: Pick<Env, 'ROLLCALL_ORGANISATION' | 'ROLLCALL_TIME_ZONE'>,
  { now, newId }: { readonly now: () => Date; readonly newId: () => string },
): Promise<void> {
  const { settings, sites } = repositories;
  if ((await sites.listAll()).length > 0) return;
  const timeZone = env.ROLLCALL_TIME_ZONE ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = now();
  const { version } = await settings.get();
  await settings.update({ organisationName: env.ROLLCALL_ORGANISATION, timeZone }, { version, now: at });
  await sites.insert({ id: newId(), name: 'Main site', timeZone, createdAt: at, updatedAt: at });
}
