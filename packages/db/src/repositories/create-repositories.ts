import type { KeyStore } from '../crypto/key-store.js';
import type { KeyModels, Models } from '../models/index.js';
import type { mongoose } from '../models/mongoose-setup.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { AttendanceEventRepository } from './attendance-event.repository.js';
import { AttendanceFiguresRepository } from './attendance-figures.repository.js';
import { AttendancePolicyRepository } from './attendance-policy.repository.js';
import { AuditRepository } from './audit.repository.js';
import { BlobRepository } from './blob.repository.js';
import {
  DepartmentRepository,
  HolidayRepository,
  LeaveRepository,
  LeaveTypeRepository,
  WeeklyOffRepository,
} from './calendar.repository.js';
import { CaptureAttemptRepository } from './capture-attempt.repository.js';
import { Collection } from './collection.js';
import { ConsentRepository } from './consent.repository.js';
import { CorrectionRepository } from './correction.repository.js';
import { CustomFieldRepository } from './custom-field.repository.js';
import { DayRebuildRepository } from './day-rebuild.repository.js';
import { DayRecordRepository } from './day-record.repository.js';
import { DeviceRepository } from './device.repository.js';
import { DeviceNonceRepository } from './device-nonce.repository.js';
import { EmployeeRepository } from './employee.repository.js';
import { EmployeePinRepository } from './employee-pin.repository.js';
import { ErasureRepository } from './erasure.repository.js';
import { ErasureLedgerRepository } from './erasure-ledger.repository.js';
import { ExportTicketRepository } from './export-ticket.repository.js';
import { FacePhotoRepository } from './face-photo.repository.js';
import { FaceTemplateRepository } from './face-template.repository.js';
import { FinalisedPeriodRepository } from './finalised-period.repository.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import { JobRepository } from './job.repository.js';
import { JobIssueRepository } from './job-issue.repository.js';
import { JobLeaseRepository } from './job-lease.repository.js';
import { LivenessChallengeRepository } from './liveness-challenge.repository.js';
import { MarkDisputeRepository } from './mark-dispute.repository.js';
import { MarkingDeviceRepository } from './marking-device.repository.js';
import { NotificationRepository } from './notification.repository.js';
import { OffShiftMarkRepository } from './off-shift-mark.repository.js';
import { OvertimeDecisionRepository } from './overtime-decision.repository.js';
import { PaidPeriodRepository } from './paid-period.repository.js';
import { PasskeyRepository } from './passkey.repository.js';
import { PasswordResetRepository } from './password-reset.repository.js';
import { PeriodSignOffRepository } from './period-sign-off.repository.js';
import { RecognitionFiguresRepository } from './recognition-figures.repository.js';
import { ReportScheduleRepository } from './report-schedule.repository.js';
import { ShiftAssignmentRepository, ShiftRepository } from './roster.repository.js';
import { SavedViewRepository } from './saved-view.repository.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SettingsRepository } from './settings.repository.js';
import { SiteRepository } from './site.repository.js';
import { TemplateReader } from './template-reader.js';
import { ThrottleRepository } from './throttle.repository.js';
import { TimelineRepository } from './timeline.repository.js';
import { UploadRepository } from './upload.repository.js';
import { UserRepository } from './user.repository.js';
import { UserSessionRepository } from './user-session.repository.js';
import { WebhookRepository } from './webhook.repository.js';
import { WebhookDeliveryRepository } from './webhook-delivery.repository.js';

export interface Repositories {
  readonly settings: SettingsRepository;
  readonly sites: SiteRepository;
  readonly employees: EmployeeRepository;
  readonly consents: ConsentRepository;
  readonly faceTemplates: FaceTemplateRepository;
  readonly facePhotos: FacePhotoRepository;
  readonly templateReader: TemplateReader;
  readonly captureAttempts: CaptureAttemptRepository;
  readonly attendanceFigures: AttendanceFiguresRepository;
  readonly recognitionFigures: RecognitionFiguresRepository;
  readonly attendanceEvents: AttendanceEventRepository;
  readonly markingDevices: MarkingDeviceRepository;
  readonly timeline: TimelineRepository;
  readonly dayRecords: DayRecordRepository;
  readonly offShiftMarks: OffShiftMarkRepository;
  readonly departments: DepartmentRepository;
  readonly devices: DeviceRepository;
  readonly deviceNonces: DeviceNonceRepository;
  readonly customFields: CustomFieldRepository;
  readonly shifts: ShiftRepository;
  readonly shiftAssignments: ShiftAssignmentRepository;
  readonly attendancePolicies: AttendancePolicyRepository;
  readonly holidays: HolidayRepository;
  readonly weeklyOffs: WeeklyOffRepository;
  readonly leaveTypes: LeaveTypeRepository;
  readonly leaves: LeaveRepository;
  readonly corrections: CorrectionRepository;
  readonly markDisputes: MarkDisputeRepository;
  readonly notifications: NotificationRepository;
  readonly finalisedPeriods: FinalisedPeriodRepository;
  readonly overtimeDecisions: OvertimeDecisionRepository;
  readonly periodSignOffs: PeriodSignOffRepository;
  readonly paidPeriods: PaidPeriodRepository;
  readonly dayRebuilds: DayRebuildRepository;
  readonly employeePins: EmployeePinRepository;
  readonly exportTickets: ExportTicketRepository;
  readonly reportSchedules: ReportScheduleRepository;
  readonly savedViews: SavedViewRepository;
  readonly jobLeases: JobLeaseRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly audit: AuditRepository;
  readonly idempotency: IdempotencyRepository;
  readonly throttles: ThrottleRepository;
  readonly blobs: BlobRepository;
  readonly jobs: JobRepository;
  readonly jobIssues: JobIssueRepository;
  readonly uploads: UploadRepository;
  readonly users: UserRepository;
  readonly userSessions: UserSessionRepository;
  readonly secondFactors: SecondFactorRepository;
  readonly passkeys: PasskeyRepository;
  readonly invitations: InvitationRepository;
  readonly passwordResets: PasswordResetRepository;
  readonly webhooks: WebhookRepository;
  readonly webhookDeliveries: WebhookDeliveryRepository;
  readonly livenessChallenges: LivenessChallengeRepository;
  readonly erasures: ErasureRepository;
  readonly erasureLedger: ErasureLedgerRepository;
}

/** Where the bytes of files go, and the key they are sealed with. */
export interface BlobStore {
  readonly db: NonNullable<mongoose.Connection['db']>;
  readonly key: Buffer;
}

export function createRepositories(
  models: Models,
  keyModels: KeyModels,
  keyStore: KeyStore,
  auditKey: Buffer,
  blobStore: BlobStore,
  webhookKey: Buffer,
): Repositories {
  const employees = new Collection(models.employees);
  const consents = new Collection(models.consents);
  const faceTemplates = new Collection(models.faceTemplates);
  const audit = new AuditRepository(new Collection(models.auditEntries), auditKey);
  return {
    settings: new SettingsRepository(new Collection(models.settings)),
    sites: new SiteRepository(new Collection(models.sites)),
    employees: new EmployeeRepository(employees),
    consents: new ConsentRepository(consents),
    faceTemplates: new FaceTemplateRepository(faceTemplates, consents, employees, keyStore),
    facePhotos: new FacePhotoRepository(new Collection(models.facePhotos), consents, keyStore),
    templateReader: new TemplateReader(models.employees, models.faceTemplates, keyStore, audit, models.consents),
    captureAttempts: new CaptureAttemptRepository(new Collection(models.captureAttempts)),
    attendanceFigures: new AttendanceFiguresRepository(new Collection(models.dayRecords)),
    recognitionFigures: new RecognitionFiguresRepository(new Collection(models.captureAttempts)),
    attendanceEvents: new AttendanceEventRepository(new Collection(models.attendanceEvents)),
    markingDevices: new MarkingDeviceRepository(new Collection(models.attendanceEvents)),
    timeline: new TimelineRepository({
      events: new Collection(models.attendanceEvents),
      corrections: new Collection(models.corrections),
      leaves: new Collection(models.leaves),
      entries: new Collection(models.auditEntries),
    }),
    dayRecords: new DayRecordRepository(new Collection(models.dayRecords)),
    offShiftMarks: new OffShiftMarkRepository(new Collection(models.offShiftMarks)),
    departments: new DepartmentRepository(new Collection(models.departments)),
    devices: new DeviceRepository(new Collection(models.devices)),
    deviceNonces: new DeviceNonceRepository(new Collection(models.deviceNonces)),
    customFields: new CustomFieldRepository(new Collection(models.customFields)),
    shifts: new ShiftRepository(new Collection(models.shifts)),
    shiftAssignments: new ShiftAssignmentRepository(new Collection(models.shiftAssignments)),
    attendancePolicies: new AttendancePolicyRepository(new Collection(models.attendancePolicies)),
    holidays: new HolidayRepository(new Collection(models.holidays)),
    weeklyOffs: new WeeklyOffRepository(new Collection(models.weeklyOffs)),
    leaveTypes: new LeaveTypeRepository(new Collection(models.leaveTypes)),
    leaves: new LeaveRepository(new Collection(models.leaves)),
    corrections: new CorrectionRepository(new Collection(models.corrections)),
    markDisputes: new MarkDisputeRepository(new Collection(models.markDisputes)),
    notifications: new NotificationRepository(new Collection(models.notifications)),
    finalisedPeriods: new FinalisedPeriodRepository(new Collection(models.finalisedPeriods)),
    overtimeDecisions: new OvertimeDecisionRepository(new Collection(models.overtimeDecisions)),
    periodSignOffs: new PeriodSignOffRepository(new Collection(models.periodSignOffs)),
    paidPeriods: new PaidPeriodRepository(new Collection(models.paidPeriods)),
    dayRebuilds: new DayRebuildRepository(new Collection(models.dayRebuilds)),
    employeePins: new EmployeePinRepository(new Collection(models.employeePins)),
    exportTickets: new ExportTicketRepository(new Collection(models.exportTickets)),
    reportSchedules: new ReportScheduleRepository(new Collection(models.reportSchedules)),
    savedViews: new SavedViewRepository(new Collection(models.savedViews)),
    jobLeases: new JobLeaseRepository(new Collection(models.jobLeases)),
    apiKeys: new ApiKeyRepository(new Collection(models.apiKeys)),
    audit,
    idempotency: new IdempotencyRepository(new Collection(models.idempotencyRecords)),
    throttles: new ThrottleRepository(new Collection(models.faceThrottles)),
    blobs: new BlobRepository(new Collection(models.blobs), blobStore.db, blobStore.key),
    jobs: new JobRepository(new Collection(models.jobs)),
    jobIssues: new JobIssueRepository(new Collection(models.jobIssues)),
    uploads: new UploadRepository(new Collection(models.uploads)),
    users: new UserRepository(new Collection(models.users)),
    userSessions: new UserSessionRepository(new Collection(models.sessions)),
    secondFactors: new SecondFactorRepository(new Collection(models.secondFactors)),
    passkeys: new PasskeyRepository(new Collection(models.passkeys)),
    invitations: new InvitationRepository(new Collection(models.invitations)),
    passwordResets: new PasswordResetRepository(new Collection(models.passwordResets)),
    webhooks: new WebhookRepository(new Collection(models.webhooks), webhookKey),
    webhookDeliveries: new WebhookDeliveryRepository(new Collection(models.webhookDeliveries)),
    livenessChallenges: new LivenessChallengeRepository(new Collection(models.livenessChallenges)),
    erasures: new ErasureRepository(models),
    erasureLedger: new ErasureLedgerRepository(
      new Collection(keyModels.erasedEmployees),
      new Collection(keyModels.erasedKeys),
    ),
  };
}
