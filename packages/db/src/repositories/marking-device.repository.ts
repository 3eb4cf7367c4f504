import type { AttendanceSource } from '@rollcall/contracts';
import type { AttendanceEventDocument } from '../models/attendance-event.model.js';
import type { Among } from './among.js';
import type { Collection } from './collection.js';
import { plainText } from './plain-value.js';

/** Where a person's marks came from. */
export interface MarkingDevice {
  readonly source: AttendanceSource;
  /** Null: no device of the register, for example the browser of the person. */
  readonly deviceId: string | null;
  /** Null: marks of no site. */
  readonly siteId: string | null;
  readonly markCount: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

const texts = (values: readonly string[], field: string): string[] => values.map((value) => plainText(value, field));

/** Sums over the marks of a person. */
export class MarkingDeviceRepository {
  constructor(private readonly events: Collection<AttendanceEventDocument>) {}

  /** The device used last comes first. What corrections wrote came from no device. */
  async list(employeeIds: readonly string[], among: Among | undefined): Promise<readonly MarkingDevice[]> {
    const own = {
      employeeId: { $in: texts(employeeIds, 'employeeIds') },
      source: { $ne: 'CORRECTION' },
      isVoid: false,
    };
    const bySite = { siteId: { $in: texts(among?.siteIds ?? [], 'siteIds') } };
    const byPerson = { employeeId: { $in: texts(among?.employeeIds ?? [], 'employeeIds') } };
    return this.events.aggregate([
      { $match: among === undefined ? own : { ...own, $or: [bySite, byPerson] } },
      { $sort: { at: 1, _id: 1 } },
      {
        $group: {
          _id: { source: '$source', deviceId: '$deviceId' },
          ...{ markCount: { $sum: 1 }, firstAt: { $first: '$at' }, lastAt: { $last: '$at' } },
          siteId: { $last: '$siteId' },
        },
      },
      { $sort: { lastAt: -1, _id: 1 } },
      {
        $project: {
          ...{ _id: 0, source: '$_id.source', deviceId: { $ifNull: ['$_id.deviceId', null] } },
          ...{ siteId: 1, markCount: 1, firstAt: 1, lastAt: 1 },
        },
      },
    ]);
  }
}
