import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '@rollcall/db';
import { readAll, readFileParts } from '../files/byte-source.js';
import type { JobHandler } from '../jobs/job-handler.js';
import { JobRunner } from '../jobs/job-runner.js';
import type { ServiceContext } from '../services/service-context.js';
import { progressBar } from './cli-progress.js';
import type { CliState } from './cli-state.js';
import { CliError, EXIT } from './exit-codes.js';
import { printJson } from './output.js';

const FILE_TTL_MS = 7 * 24 * 3_600_000;
const POLL_MS = 250;

/** Puts a file of this machine where every runner reaches it. @returns the id of the blob @throws CliError */
export async function storeFile({ db, now, newId }: ServiceContext, file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new CliError(`There is no file ${file}.`);
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + FILE_TTL_MS);
  const fileName = path.basename(file).slice(-200);
  const described = { fileName, mediaType: 'application/octet-stream', createdAt, expiresAt };
  return (await db.blobs.write(readFileParts(file), { id: newId(), ...described })).id;
}

/**
 * Runs a job to its end. If this process is stopped, the running server goes on with it; if the server was quicker to take
 * it, its progress is shown.
 */
export async function runToEnd(context: ServiceContext, handler: JobHandler, id: string): Promise<Job> {
  const { db } = context;
  const faults: unknown[] = [];
  const runner = new JobRunner(context, { handlers: [handler], onError: (error) => void faults.push(error) });
  const bar = progressBar();
  let isDone = false;
  const watch = async (): Promise<void> => {
    while (!isDone) {
      const { progress } = await db.jobs.getById(id);
      if (progress.total !== null)
        bar.onProgress({ stage: progress.stage.toLowerCase(), done: progress.done, total: progress.total });
      await sleep(POLL_MS);
    }
  };
  const watching = watch();
  try {
    for (;;) {
      await runner.runNext(id);
      if (faults.length > 0) throw faults[0];
      const job = await db.jobs.getById(id);
      if (job.finishedAt !== null) return job;
      await sleep(POLL_MS);
    }
  } finally {
    isDone = true;
    await watching;
    bar.end();
  }
}

export interface ReportFlags {
  readonly json?: boolean;
  readonly errorFile?: string;
}

/** Tells what came of an import. Exit code 0: every row was taken; 1: some were refused; 2: it failed as a whole. */
export async function reportImport(
  state: CliState,
  db: ServiceContext['db'],
  job: Job,
  flags: ReportFlags,
): Promise<void> {
  const { terminal } = state;
  const { id, state: end, isDryRun, counts, failure, errorFileId } = job;
  const issues = await db.jobIssues.listByJob(id, 20);
  if (flags.errorFile !== undefined && errorFileId !== null)
    await writeFile(flags.errorFile, await readAll(db.blobs.read(errorFileId)));
  const shown = issues.map(({ row, field, code, reason }) => ({ row, field, code, reason }));
  if (flags.json) printJson(terminal, { jobId: id, state: end, isDryRun, counts, failure, firstIssues: shown });
  else {
    if (failure !== null) terminal.error(failure.message);
    if (isDryRun) terminal.out('Nothing was written: this is what would be done.');
    for (const [name, value] of Object.entries(counts)) terminal.out(`${name.padEnd(16)} ${value}`);
    for (const { row, field, reason } of shown)
      terminal.error(`row ${row}${field === null ? '' : `, ${field}`}: ${reason}`);
    if (errorFileId !== null && flags.errorFile === undefined)
      terminal.error('Add --error-file FILE to have all refused rows in a file.');
  }
  if (end === 'FAILED') state.exitCode = EXIT.failed;
  else if (errorFileId !== null) state.exitCode = EXIT.no;
}
