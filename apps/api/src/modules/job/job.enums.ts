import type { JobKind, JobState } from '@rollcall/db';
import { describedEnum } from '../../graphql/described-enum.js';

export const JobKindEnum = describedEnum<JobKind>('JobKind', 'What a job does.', {
  ATTENDANCE_IMPORT: 'Takes marks from a file.',
  EMPLOYEE_IMPORT: 'Takes employees, and their photos, from a file.',
  TEMPLATE_RENEWAL: 'Makes face templates of another model from photos.',
});

export const JobStateEnum = describedEnum<JobState>('JobState', 'How far a job is.', {
  QUEUED: 'It waits for its turn.',
  RUNNING: 'It is being done. After a crash it goes on by itself.',
  SUCCEEDED: 'It is done; rows that were refused stand in its error file.',
  FAILED: 'It could not be done as a whole.',
});
