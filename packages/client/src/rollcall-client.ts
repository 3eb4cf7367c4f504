import { type Document, repeatOf } from './document.js';
import { type FollowOptions, follow } from './follow.js';
import * as gql from './gql/graphql.js';
import { eachOf } from './pages.js';
import { type Repeat, withRetries } from './retry.js';
import { ask } from './transport.js';
import { type FileToUpload, putFile, sha256Of } from './upload.js';

export type ClientOptions = FollowOptions;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Default: queries and what has an idempotency key always, other mutations only when they were refused undone. */
  readonly repeat?: Repeat;
}

/** An input whose idempotency key may be left out: one is made, and kept over all tries of this call. */
export type WithKey<T> = Omit<T, 'idempotencyKey'> & { idempotencyKey?: string | null };

/** The same content under a key of its own, unless the caller brought one. */
const keyed = <T extends { idempotencyKey?: string | null }>(input: T) => ({
  ...input,
  idempotencyKey: input.idempotencyKey ?? crypto.randomUUID(),
});

/** Rows asked for at once where everything is read. */
const PAGE = 100;
const REPORT_PAGE = 500;

/** The API of one Rollcall with one key. Every method throws RollcallError; a "no" is in `outcome`. */
export class RollcallClient {
  constructor(private readonly options: ClientOptions) {}

  /** Any operation: a typed document of your own, or a text. */
  async request<TData = unknown, TVariables = Record<string, unknown>>(
    document: Document<TData, TVariables> | string,
    variables?: TVariables,
    { signal, repeat }: CallOptions = {},
  ): Promise<TData> {
    const text = document.toString();
    const run = (): Promise<unknown> => ask(this.options, text, variables, signal);
    const how = repeat ?? repeatOf(text, variables);
    return (await withRetries(run, how, this.options.retry ?? {}, signal)) as TData;
  }

  /** Null if there is nobody, or nobody you may see. */
  async employee(by: { readonly id: string } | { readonly number: string }, options?: CallOptions) {
    return (await this.request(gql.EmployeeDocument, by, options)).employee ?? null;
  }

  employees(about: Omit<gql.EmployeesQueryVariables, 'first' | 'after'> = {}, options?: CallOptions) {
    return eachOf(async (after) => {
      const { employees } = await this.request(gql.EmployeesDocument, { ...about, first: PAGE, after }, options);
      return { items: employees.nodes, pageInfo: employees.pageInfo };
    });
  }

  /** As every method that records something: repeated with the same key it is done once, and answers the same. */
  async createEmployee(input: gql.CreateEmployeeInput, options?: CallOptions) {
    return (await this.request(gql.CreateEmployeeDocument, { input: keyed(input) }, options)).createEmployee;
  }

  /** Enters or changes up to 100 people, found by externalId, else by number. Look at each result: one may be refused. */
  async upsertEmployees(input: WithKey<gql.UpsertEmployeesInput>, options?: CallOptions) {
    return (await this.request(gql.UpsertEmployeesDocument, { input: keyed(input) }, options)).upsertEmployees;
  }

  async recordConsent(input: gql.RecordConsentInput, options?: CallOptions) {
    return (await this.request(gql.RecordConsentDocument, { input: keyed(input) }, options)).recordConsent;
  }

  async registerFace(input: gql.RegisterFaceInput, options?: CallOptions) {
    return (await this.request(gql.RegisterFaceDocument, { input: keyed(input) }, options)).registerFace;
  }

  async verifyFace(input: gql.VerifyFaceInput, options?: CallOptions) {
    return (await this.request(gql.VerifyFaceDocument, { input }, options)).verifyFace;
  }

  async identifyFace(input: gql.IdentifyFaceInput, options?: CallOptions) {
    return (await this.request(gql.IdentifyFaceDocument, { input }, options)).identifyFace;
  }

  async compareFaces(input: gql.CompareFacesInput, options?: CallOptions) {
    return (await this.request(gql.CompareFacesDocument, { input }, options)).compareFaces;
  }

  /** Marks attendance. Repeated with the same key it answers what was stored, so nothing is marked twice. */
  async recordAttendance(input: WithKey<gql.RecordAttendanceInput>, options?: CallOptions) {
    return (await this.request(gql.RecordAttendanceDocument, { input: keyed(input) }, options)).recordAttendance;
  }

  async recordSupervisorMark(input: WithKey<gql.RecordSupervisorMarkInput>, options?: CallOptions) {
    return (await this.request(gql.RecordSupervisorMarkDocument, { input: keyed(input) }, options))
      .recordSupervisorMark;
  }

  /** Accepted marks, newest first. */
  attendanceEvents(filter: gql.AttendanceEventFilter = {}, options?: CallOptions) {
    return eachOf(async (after) => {
      const variables = { filter, first: PAGE, after };
      const { attendanceEvents } = await this.request(gql.AttendanceEventsDocument, variables, options);
      return { items: attendanceEvents.nodes, pageInfo: attendanceEvents.pageInfo };
    });
  }

  /** The verdict on each work date, newest first where no other order is asked for. */
  attendanceDays(about: Omit<gql.AttendanceDaysQueryVariables, 'first' | 'after'> = {}, options?: CallOptions) {
    return eachOf(async (after) => {
      const variables = { ...about, first: PAGE, after };
      const { attendanceDays } = await this.request(gql.AttendanceDaysDocument, variables, options);
      return { items: attendanceDays.nodes, pageInfo: attendanceDays.pageInfo };
    });
  }

  /** The rows of a report, each an object by the keys of its columns. */
  reportRows(input: Omit<gql.AttendanceReportInput, 'first' | 'after'>, options?: CallOptions) {
    return eachOf(async (after) => {
      const paged = { input: { ...input, first: REPORT_PAGE, after } };
      const { attendanceReport } = await this.request(gql.AttendanceReportDocument, paged, options);
      return { items: attendanceReport.rows, pageInfo: attendanceReport.pageInfo };
    });
  }

  /**
   * Sends a file for an import and gives its id. If the way breaks, it is announced anew: an upload that was not finished
   * is thrown away by the server.
   */
  async upload(file: FileToUpload, { signal }: Pick<CallOptions, 'signal'> = {}): Promise<string> {
    const { fileName, mediaType, bytes } = file;
    const input = {
      fileName,
      mediaType: mediaType ?? null,
      byteLength: bytes.byteLength,
      sha256: await sha256Of(bytes),
    };
    const run = async (): Promise<string> => {
      const data = await ask(this.options, gql.CreateUploadDocument.toString(), { input }, signal);
      const { uploadId, path } = (data as gql.CreateUploadMutation).createUpload;
      await putFile(this.options, path, file, signal);
      return uploadId;
    };
    return withRetries(run, 'always', this.options.retry ?? {}, signal);
  }

  async importAttendance(input: gql.ImportAttendanceInput, options?: CallOptions) {
    return (await this.request(gql.ImportAttendanceDocument, { input: keyed(input) }, options)).importAttendance;
  }

  async importEmployees(input: gql.ImportEmployeesInput, options?: CallOptions) {
    return (await this.request(gql.ImportEmployeesDocument, { input: keyed(input) }, options)).importEmployees;
  }

  /** Marks as they are written. Keep the `cursor` of what you have handled, and pass it as `after` when you start again. */
  attendanceRecorded(about: gql.AttendanceRecordedSubscriptionVariables & Pick<CallOptions, 'signal'> = {}) {
    const { signal, ...variables } = about;
    return follow(this.options, {
      ...{ query: gql.AttendanceRecordedDocument.toString(), variables, signal },
      read: (data: gql.AttendanceRecordedSubscription) => data.attendanceRecorded,
      placeOf: ({ cursor, node }) => ({ cursor, id: node.id }),
    });
  }

  /** Attempts that were refused, as they happen. */
  captureRefused(about: gql.CaptureRefusedSubscriptionVariables & Pick<CallOptions, 'signal'> = {}) {
    const { signal, ...variables } = about;
    return follow(this.options, {
      ...{ query: gql.CaptureRefusedDocument.toString(), variables, signal },
      read: (data: gql.CaptureRefusedSubscription) => data.captureRefused,
      placeOf: ({ cursor, node }) => ({ cursor, id: node.id }),
    });
  }

  /** A job as it is now and at each change; ends with the job. */
  jobProgress(id: string, { signal }: Pick<CallOptions, 'signal'> = {}) {
    return follow(this.options, {
      ...{ query: gql.JobProgressDocument.toString(), variables: { id }, signal },
      read: (data: gql.JobProgressSubscription) => data.jobProgress,
    });
  }
}
