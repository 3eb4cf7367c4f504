import type { mongo } from 'mongoose';
import type { AttendanceEvent } from '../entities/attendance-event.js';
import type { CaptureAttempt } from '../entities/capture-attempt.js';
import { toAttendanceEventEntity } from '../repositories/attendance-event.repository.js';
import { toCaptureAttemptEntity } from '../repositories/capture-attempt.repository.js';
import { ChangeFeed } from './change-feed.js';

/** What can be followed while it happens. */
export interface ChangeFeeds {
  /** Accepted marks as they are written. */
  readonly attendanceEvents: ChangeFeed<AttendanceEvent>;
  readonly captureAttempts: ChangeFeed<CaptureAttempt>;
  /** Ids of jobs of which something changed; read the job itself. */
  readonly jobs: ChangeFeed<string>;
  close(): Promise<void>;
}

/** Opens nothing yet: a feed has a change stream while somebody follows it. */
export function createChangeFeeds(db: mongo.Db): ChangeFeeds {
  const inserts = { operations: ['insert'] } as const;
  const attendanceEvents = new ChangeFeed(db, {
    ...inserts,
    name: 'marks',
    collection: 'attendanceEvents',
    toValue: ({ document }) => toAttendanceEventEntity(document ?? {}),
  });
  const captureAttempts = new ChangeFeed(db, {
    ...inserts,
    name: 'attempts',
    collection: 'captureAttempts',
    toValue: ({ document }) => toCaptureAttemptEntity(document ?? {}),
  });
  const jobs = new ChangeFeed(db, {
    name: 'jobs',
    collection: 'jobs',
    operations: ['insert', 'update', 'replace'],
    toValue: ({ id }) => id,
  });
  const close = async (): Promise<void> => {
    await Promise.all([attendanceEvents.close(), captureAttempts.close(), jobs.close()]);
  };
  return { attendanceEvents, captureAttempts, jobs, close };
}
