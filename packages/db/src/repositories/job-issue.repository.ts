import type { JobIssue } from '../entities/job.js';
import type { JobIssueDocument } from '../models/job-issue.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { greaterThan, oneOf } from './filters.js';

const { toEntity } = entityMapper<JobIssue>()(['jobId', 'row', 'field', 'code', 'reason', 'original', 'expiresAt']);
const BATCH = 1_000;

export class JobIssueRepository {
  constructor(private readonly collection: Collection<JobIssueDocument>) {}

  async insertMany(issues: readonly JobIssue[], options: WithSession = {}): Promise<void> {
    if (issues.length > 0) await this.collection.insertMany(issues.map(toDocument), options);
  }

  /** The first issues by row. */
  async listByJob(jobId: string, limit: number): Promise<readonly JobIssue[]> {
    return (await this.collection.find({ jobId }, { sort: { row: 1, _id: 1 }, limit })).map(toEntity);
  }

  /** All of them by row, a batch in memory at a time. */
  async *readByJob(jobId: string): AsyncGenerator<JobIssue> {
    let after: JobIssueDocument | undefined;
    do {
      const beyond: object[] =
        after === undefined ? [{}] : [{ row: greaterThan(after.row) }, { row: after.row, _id: greaterThan(after._id) }];
      const filter = { jobId, $or: beyond };
      const batch: JobIssueDocument[] = await this.collection.find(filter, { sort: { row: 1, _id: 1 }, limit: BATCH });
      yield* batch.map(toEntity);
      after = batch.length < BATCH ? undefined : batch.at(-1);
    } while (after !== undefined);
  }

  /** Those that are there already, by their ids, stay as they are. */
  async insertOnce(issues: readonly JobIssue[]): Promise<void> {
    for (const issue of issues) await this.collection.insertUnlessThere(toDocument(issue));
  }

  async deleteByIds(ids: readonly string[], options: WithSession = {}): Promise<number> {
    return this.collection.deleteMany({ _id: oneOf(ids) }, options);
  }

  async deleteByJob(jobId: string, options: WithSession = {}): Promise<number> {
    return this.collection.deleteMany({ jobId }, options);
  }
}
