import type { PadPolicy, Scope } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';
import type { JsonObject } from './audit-entry.js';

export const JOB_KINDS = ['ATTENDANCE_IMPORT', 'EMPLOYEE_IMPORT', 'TEMPLATE_RENEWAL'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** QUEUED waits for a runner; RUNNING has one, or lost it and is taken over when its lease ends; the others are final. */
export const JOB_STATES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobProgress {
  /** A short word for what is being done, for example `MARKS`. */
  readonly stage: string;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}

/** What the person who asked was allowed to do: the job may do no more. */
export interface JobGrant {
  readonly scopes: readonly Scope[];
  /** Only these sites; null: all. */
  readonly siteIds: readonly string[] | null;
  /** And the people of these departments. Absent in jobs of before: none. */
  readonly departmentIds?: readonly string[] | undefined;
  readonly padPolicy: PadPolicy;
}

/** Work that goes on after the request: it survives a restart and has one runner at a time. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly isDryRun: boolean;
  /** What the kind needs to know; plain JSON, never a secret. */
  readonly input: JsonObject;
  readonly progress: JobProgress;
  /** What came of it so far, by name. */
  readonly counts: Readonly<Record<string, number>>;
  /** Where the next runner goes on; written together with the work it stands for. Null: at the beginning. */
  readonly cursor: JsonObject | null;
  /** Blobs: what could not be done and why, and what was made. */
  readonly errorFileId: string | null;
  readonly resultFileId: string | null;
  /** Code of the registry and a sentence, if it failed as a whole. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly createdBy: ActorRef;
  readonly grant: JobGrant;
  /** How often a runner took it. */
  readonly runs: number;
  readonly leaseUntil: Date | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export type NewJob = Pick<Job, 'id' | 'kind' | 'isDryRun' | 'input' | 'createdBy' | 'grant' | 'createdAt'>;

/** The right to run one job, until the lease ends. */
export interface JobClaim {
  readonly job: Job;
  readonly token: string;
}

/** A row of an import that was not taken, and why. */
export interface JobIssue {
  readonly id: string;
  readonly jobId: string;
  /** Place in the source, from 1: a line or a row of the sheet. */
  readonly row: number;
  /** The column at fault; null: the whole row. */
  readonly field: string | null;
  /** Upper-case word for programs. */
  readonly code: string;
  /** A plain sentence for people. */
  readonly reason: string;
  /** The row as it stands in the source, shortened. */
  readonly original: string;
  /** From then on it may be gone at any time: it may name people. */
  readonly expiresAt: Date;
}
