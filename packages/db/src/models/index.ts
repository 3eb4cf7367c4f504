import { buildSchema } from '@typegoose/typegoose';
import { ApiKeyDocument } from './api-key.model.js';
import { AttendanceEventDocument } from './attendance-event.model.js';
import { AttendancePolicyDocument } from './attendance-policy.model.js';
import { AuditEntryDocument, AuditHeadDocument } from './audit-entry.model.js';
import { BlobDocument } from './blob.model.js';
import { HolidayDocument, LeaveDocument, LeaveTypeDocument, WeeklyOffDocument } from './calendar.model.js';
import { CaptureAttemptDocument } from './capture-attempt.model.js';
import { ConsentDocument } from './consent.model.js';
import { CorrectionDocument } from './correction.model.js';
import { CustomFieldDocument } from './custom-field.model.js';
import { DataKeyDocument, ErasedEmployeeDocument, ErasedKeyDocument } from './data-key.model.js';
import { DayRebuildDocument } from './day-rebuild.model.js';
import { DayRecordDocument } from './day-record.model.js';
import { DepartmentDocument } from './department.model.js';
import { DeviceDocument } from './device.model.js';
import { DeviceNonceDocument } from './device-nonce.model.js';
import { EmployeeDocument } from './employee.model.js';
import { EmployeePinDocument } from './employee-pin.model.js';
import { ExportTicketDocument } from './export-ticket.model.js';
import { FacePhotoDocument } from './face-photo.model.js';
import { FaceTemplateDocument } from './face-template.model.js';
import { FaceThrottleDocument } from './face-throttle.model.js';
import { FinalisedPeriodDocument } from './finalised-period.model.js';
import { IdempotencyRecordDocument } from './idempotency-record.model.js';
import { InvitationDocument } from './invitation.model.js';
import { JobDocument } from './job.model.js';
import { JobIssueDocument } from './job-issue.model.js';
import { JobLeaseDocument } from './job-lease.model.js';
import { LivenessChallengeDocument } from './liveness-challenge.model.js';
import { MarkDisputeDocument } from './mark-dispute.model.js';
import { mongoose } from './mongoose-setup.js';
import { NotificationDocument } from './notification.model.js';
import { OffShiftMarkDocument } from './off-shift-mark.model.js';
import { OvertimeDecisionDocument } from './overtime-decision.model.js';
import { PaidPeriodDocument } from './paid-period.model.js';
import { PasskeyDocument } from './passkey.model.js';
import { PasswordResetDocument } from './password-reset.model.js';
import { PeriodSignOffDocument } from './period-sign-off.model.js';
import { ReportScheduleDocument } from './report-schedule.model.js';
import { ShiftAssignmentDocument, ShiftDocument } from './roster.model.js';
import { SavedViewDocument } from './saved-view.model.js';
import { SecondFactorDocument } from './second-factor.model.js';
import { SettingsDocument } from './settings.model.js';
import { SiteDocument } from './site.model.js';
import { UploadDocument } from './upload.model.js';
import { SessionDocument, SignInDocument, UserDocument } from './user.model.js';
import { WebhookDeliveryDocument, WebhookDocument } from './webhook.model.js';

type Constructor<D> = new () => D;

/** A compiled model and, for the type checker, what it stores. */
export interface StoredModel<D> {
  readonly model: mongoose.Model<{ _id: string }>;
  readonly stores?: D;
}

/** Models belong to a connection, so that several databases can be open in one process. */
function compile<D extends { _id: string }>(
  connection: mongoose.Connection,
  documentClass: Constructor<D>,
): StoredModel<D> {
  const schema = buildSchema(documentClass) as unknown as mongoose.Schema<{ _id: string }>;
  return { model: connection.model(documentClass.name, schema) as unknown as StoredModel<D>['model'] };
}

/** The models of the main database. */
export function compileModels(connection: mongoose.Connection) {
  return {
    settings: compile(connection, SettingsDocument),
    sites: compile(connection, SiteDocument),
    employees: compile(connection, EmployeeDocument),
    consents: compile(connection, ConsentDocument),
    faceTemplates: compile(connection, FaceTemplateDocument),
    facePhotos: compile(connection, FacePhotoDocument),
    captureAttempts: compile(connection, CaptureAttemptDocument),
    attendanceEvents: compile(connection, AttendanceEventDocument),
    dayRecords: compile(connection, DayRecordDocument),
    offShiftMarks: compile(connection, OffShiftMarkDocument),
    departments: compile(connection, DepartmentDocument),
    devices: compile(connection, DeviceDocument),
    deviceNonces: compile(connection, DeviceNonceDocument),
    customFields: compile(connection, CustomFieldDocument),
    shifts: compile(connection, ShiftDocument),
    shiftAssignments: compile(connection, ShiftAssignmentDocument),
    attendancePolicies: compile(connection, AttendancePolicyDocument),
    holidays: compile(connection, HolidayDocument),
    weeklyOffs: compile(connection, WeeklyOffDocument),
    leaveTypes: compile(connection, LeaveTypeDocument),
    leaves: compile(connection, LeaveDocument),
    corrections: compile(connection, CorrectionDocument),
    markDisputes: compile(connection, MarkDisputeDocument),
    notifications: compile(connection, NotificationDocument),
    finalisedPeriods: compile(connection, FinalisedPeriodDocument),
    overtimeDecisions: compile(connection, OvertimeDecisionDocument),
    periodSignOffs: compile(connection, PeriodSignOffDocument),
    paidPeriods: compile(connection, PaidPeriodDocument),
    dayRebuilds: compile(connection, DayRebuildDocument),
    employeePins: compile(connection, EmployeePinDocument),
    exportTickets: compile(connection, ExportTicketDocument),
    reportSchedules: compile(connection, ReportScheduleDocument),
    savedViews: compile(connection, SavedViewDocument),
    jobLeases: compile(connection, JobLeaseDocument),
    apiKeys: compile(connection, ApiKeyDocument),
    auditEntries: compile(connection, AuditEntryDocument),
    auditHead: compile(connection, AuditHeadDocument),
    idempotencyRecords: compile(connection, IdempotencyRecordDocument),
    faceThrottles: compile(connection, FaceThrottleDocument),
    blobs: compile(connection, BlobDocument),
    jobs: compile(connection, JobDocument),
    jobIssues: compile(connection, JobIssueDocument),
    uploads: compile(connection, UploadDocument),
    users: compile(connection, UserDocument),
    sessions: compile(connection, SessionDocument),
    signIns: compile(connection, SignInDocument),
    secondFactors: compile(connection, SecondFactorDocument),
    passkeys: compile(connection, PasskeyDocument),
    invitations: compile(connection, InvitationDocument),
    passwordResets: compile(connection, PasswordResetDocument),
    webhooks: compile(connection, WebhookDocument),
    webhookDeliveries: compile(connection, WebhookDeliveryDocument),
    livenessChallenges: compile(connection, LivenessChallengeDocument),
  };
}

/** The models of the key store's database. */
export function compileKeyModels(connection: mongoose.Connection) {
  return {
    dataKeys: compile(connection, DataKeyDocument),
    erasedKeys: compile(connection, ErasedKeyDocument),
    erasedEmployees: compile(connection, ErasedEmployeeDocument),
  };
}

export type Models = ReturnType<typeof compileModels>;
export type KeyModels = ReturnType<typeof compileKeyModels>;
