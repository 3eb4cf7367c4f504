import type { DbSession } from '@rollcall/db';
import type { ServiceContext } from './service-context.js';

const LOCK = 'finalise-period';

/** Transactions that lock days, or change what locked days were counted by, run one after the other. */
export async function onePeriodAtATime({ db, now }: ServiceContext, holderId: string, session: DbSession) {
  await db.jobLeases.serialise(LOCK, holderId, now(), { session });
}
