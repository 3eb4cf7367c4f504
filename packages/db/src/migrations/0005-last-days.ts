import type { Migration, MigrationContext } from './migration.js';

interface Leaver {
  readonly _id: string;
  readonly siteId?: string | null;
  readonly joiningDate?: string | null;
}

const WITHOUT_LAST_DAY = { status: 'INACTIVE', leavingDate: null, mergedIntoId: null };

/**
 * People who were deactivated before that set a last day of work (ADR 0109) get the date of it, in the zone of their site, or the
 * organisation's without one, as the audit log has it; their days from then on are built anew by the job. Of whom the log says nothing is left
 * as it is: `rollcall doctor` names them. Second records of somebody did not leave.
 */
export const lastDays: Migration = {
  version: 5,
  name: 'last days',
  async run(context) {
    const { models } = context;
    const zones = await zonesOf(context);
    const employees = models.employees.model.collection;
    const leavers = await employees.find(WITHOUT_LAST_DAY).toArray();
    for (const { _id, siteId, joiningDate } of leavers as unknown as Leaver[]) {
      const at = await deactivatedAt(context, _id);
      if (at === null) continue;
      const leavingDate = dateIn(zones.sites.get(siteId ?? '') ?? zones.organisation, at);
      if (joiningDate != null && leavingDate < joiningDate) continue;
      // First what is to follow: cut off in between, the person is found again.
      await requestDays(context, _id, leavingDate);
      await employees.updateOne({ _id: _id as never }, { $set: { leavingDate }, $inc: { version: 1 } });
    }
  },
};

async function zonesOf({ models }: MigrationContext) {
  const settings = await models.settings.model.collection.findOne({});
  const sites = await models.sites.model.collection.find({}).toArray();
  return {
    organisation: String(settings?.timeZone ?? 'UTC'),
    sites: new Map(sites.map((site) => [String(site._id), String(site.timeZone)])),
  };
}

async function deactivatedAt({ models }: MigrationContext, id: string): Promise<Date | null> {
  const about = { 'target.kind': 'EMPLOYEE', 'target.id': id, action: 'EMPLOYEE_DEACTIVATED', outcome: 'DONE' };
  const found = await models.auditEntries.model.collection.findOne(about, { sort: { at: -1 } });
  return found === null ? null : (found.at as Date);
}

async function requestDays({ models, now }: MigrationContext, id: string, from: string): Promise<void> {
  const requestedAt = now();
  const to = dateIn('Pacific/Kiritimati', requestedAt);
  const rebuild = { from, to, employeeIds: [id], isForFacts: false, reason: 'EMPLOYEE_DEACTIVATED' };
  const _id = `last-day:${id}` as never;
  const $setOnInsert = { ...rebuild, doneUpToId: '', requestedAt };
  await models.dayRebuilds.model.collection.updateOne({ _id }, { $setOnInsert }, { upsert: true });
}

function dateIn(timeZone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
