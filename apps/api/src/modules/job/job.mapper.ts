import type { Job as JobEntity } from '@rollcall/db';
import type { Job } from './job.types.js';

export function toJob(job: JobEntity): Job {
  const { id, kind, state, isDryRun, progress, counts, failure, createdAt, startedAt, finishedAt } = job;
  return {
    ...{ id, kind, state, isDryRun, createdAt, startedAt, finishedAt },
    progress: { ...progress },
    counts: Object.entries(counts).map(([name, value]) => ({ name, value })),
    failure: failure === null ? null : { ...failure },
    errorFilePath: job.errorFileId === null ? null : `/exports/jobs/${id}/errors`,
    resultFilePath: job.resultFileId === null ? null : `/exports/jobs/${id}/result`,
  };
}
