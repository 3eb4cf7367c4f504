import type { Database } from '@rollcall/db';
import type { FaceEngine } from '@rollcall/face-core';
import { hasOwner } from '../auth/auth-indexes.js';
import { ApiKeyService } from '../modules/api-key/api-key.service.js';
import { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { AttendanceEventService } from '../modules/attendance/attendance-event.service.js';
import { CloseDaysJob } from '../modules/attendance/close-days.job.js';
import { DayEvidenceService } from '../modules/attendance/day-evidence.service.js';
import { MarkRecorder } from '../modules/attendance/mark-recorder.js';
import { RebuildDaysJob } from '../modules/attendance/rebuild-days.job.js';
import { RecordAttendanceService } from '../modules/attendance/record-attendance.service.js';
import { SupervisorMarkService } from '../modules/attendance/supervisor-mark.service.js';
import { AttendanceImportService } from '../modules/attendance-import/attendance-import.service.js';
import { DevicePushService } from '../modules/attendance-import/device-push.service.js';
import { AuditService } from '../modules/audit/audit.service.js';
import { CalendarService } from '../modules/calendar/calendar.service.js';
import { HolidayImportService } from '../modules/calendar/holiday-import.service.js';
import { HolidaySourceService } from '../modules/calendar/holiday-source.service.js';
import { LeaveService } from '../modules/calendar/leave.service.js';
import { CaptureAttemptService } from '../modules/capture-attempt/capture-attempt.service.js';
import { ConsentService } from '../modules/consent/consent.service.js';
import { ForgetLeaversJob } from '../modules/consent/forget-leavers.job.js';
import { CorrectionService } from '../modules/correction/correction.service.js';
import { CustomFieldService } from '../modules/custom-field/custom-field.service.js';
import { DepartmentService } from '../modules/department/department.service.js';
import { DeviceService } from '../modules/device/device.service.js';
import { DeviceAuthService } from '../modules/device/device-auth.service.js';
import { DevicePairingService } from '../modules/device/device-pairing.service.js';
import { DisputeService } from '../modules/dispute/dispute.service.js';
import { EmployeeService } from '../modules/employee/employee.service.js';
import { EmployeeUpsertService } from '../modules/employee/employee-upsert.service.js';
import { ProvisioningService } from '../modules/employee/provisioning.service.js';
import { RehireService } from '../modules/employee/rehire.service.js';
import { ServiceBreakService } from '../modules/employee/service-break.service.js';
import { EmployeeImportService } from '../modules/employee-import/employee-import.service.js';
import { ErasureService } from '../modules/erasure/erasure.service.js';
import { ExportService } from '../modules/export/export.service.js';
import { CompareFacesService } from '../modules/face/compare-faces.service.js';
import { FaceCheckService } from '../modules/face/face-check.service.js';
import { FaceGalleryService } from '../modules/face/face-gallery.service.js';
import { FaceLockService } from '../modules/face/face-lock.service.js';
import { IdentifyCheckService } from '../modules/face/identify-check.service.js';
import { IdentifyFaceService } from '../modules/face/identify-face.service.js';
import { RegisterFaceService } from '../modules/face/register-face.service.js';
import { ShownFaceCheck } from '../modules/face/shown-face-check.js';
import { VerificationLevelService } from '../modules/face/verification-level.service.js';
import { VerifyFaceService } from '../modules/face/verify-face.service.js';
import { FacePhotoService } from '../modules/face-photo/face-photo.service.js';
import { ForgetPhotosJob } from '../modules/face-photo/forget-photos.job.js';
import { HealthService } from '../modules/health/health.service.js';
import { JobService } from '../modules/job/job.service.js';
import { LiveService } from '../modules/live/live.service.js';
import { LivenessService } from '../modules/liveness/liveness.service.js';
import { LivenessChallengeService } from '../modules/liveness/liveness-challenge.service.js';
import { MergeService } from '../modules/merge/merge.service.js';
import { NotificationService } from '../modules/notification/notification.service.js';
import { NotificationMailJob } from '../modules/notification/notification-mail.job.js';
import { NotificationSettingsService } from '../modules/notification/notification-settings.service.js';
import { NotificationWebhooks } from '../modules/notification/notification-webhooks.js';
import { NotifyJob } from '../modules/notification/notify.job.js';
import { OvertimeService } from '../modules/overtime/overtime.service.js';
import { PayrollService } from '../modules/period/payroll.service.js';
import { PeriodService } from '../modules/period/period.service.js';
import { RecomputeService } from '../modules/period/recompute.service.js';
import { RuleChanges } from '../modules/period/rule-change.js';
import { SignOffService } from '../modules/period/sign-off.service.js';
import { TimelineService } from '../modules/person-history/timeline.service.js';
import { PinService } from '../modules/pin/pin.service.js';
import { RecognitionService } from '../modules/recognition/recognition.service.js';
import { AttendanceTrendService } from '../modules/report/attendance-trend.service.js';
import { EvacuationService } from '../modules/report/evacuation.service.js';
import { ReportService } from '../modules/report/report.service.js';
import { ReportMailJob } from '../modules/report-schedule/report-mail.job.js';
import { ReportScheduleService } from '../modules/report-schedule/report-schedule.service.js';
import { AssignmentService } from '../modules/roster/assignment.service.js';
import { MoveShiftService } from '../modules/roster/move-shift.service.js';
import { PolicyService } from '../modules/roster/policy.service.js';
import { ShiftService } from '../modules/roster/shift.service.js';
import { SavedViewService } from '../modules/saved-view/saved-view.service.js';
import { SettingsService } from '../modules/settings/settings.service.js';
import { SetupService } from '../modules/setup/setup.service.js';
import { SiteService } from '../modules/site/site.service.js';
import { StaleTemplateService } from '../modules/template/stale-template.service.js';
import { TemplateRenewalService } from '../modules/template/template-renewal.service.js';
import { UploadService } from '../modules/upload/upload.service.js';
import { EmployeeAccountService } from '../modules/user/employee-account.service.js';
import { InvitationService, type LetterOptions } from '../modules/user/invitation.service.js';
import { PasswordResetService } from '../modules/user/password-reset.service.js';
import { SecondFactorService } from '../modules/user/second-factor.service.js';
import { UserService } from '../modules/user/user.service.js';
import { WebhookService } from '../modules/webhook/webhook.service.js';
import { FacePhotoKeeper } from './face-photo-keeper.js';
import type { ServiceContext } from './service-context.js';

export interface ServiceOptions {
  readonly database: Database;
  readonly engine: FaceEngine;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Whether webhooks may lead into the own network; default no. */
  readonly allowsPrivateWebhooks?: boolean | undefined;
  /** What the sign-in of the organisation is called; default null: there is none. */
  readonly singleSignOnName?: string | null;
}

export function createServices(options: ServiceOptions) {
  const { database, engine, now, newId, allowsPrivateWebhooks = false } = options;
  const context = contextOf(database, now, newId);
  const pins = new PinService(context, engine.modelId);
  const livenessChallenges = new LivenessChallengeService(context);
  const photos = new FacePhotoKeeper(context);
  const shownFaces = new ShownFaceCheck(engine, livenessChallenges);
  const faceCheck = new FaceCheckService(context, engine, shownFaces, pins, photos);
  const gallery = new FaceGalleryService(context, engine);
  const identifyCheck = new IdentifyCheckService(context, engine, gallery, shownFaces, photos);
  const attendanceDays = new AttendanceDayService(context);
  const devices = new DeviceService(context, attendanceDays);
  const jobs = new JobService(context);
  const consents = new ConsentService(context);
  const registerFace = new RegisterFaceService(context, engine, photos);
  const marks = new MarkRecorder(context, attendanceDays);
  const assignments = new AssignmentService(context, attendanceDays);
  const reports = new ReportService(context, attendanceDays);
  const calendar = new CalendarService(context, attendanceDays);
  const policies = new PolicyService(context);
  const shifts = new ShiftService(context, assignments);
  const payroll = new PayrollService(context, attendanceDays);
  const ruleChanges = new RuleChanges(policies, shifts, calendar, attendanceDays);
  const notificationWebhooks = new NotificationWebhooks(context);
  const employeesOf = (used: ServiceContext) =>
    new EmployeeService(used, assignments, attendanceDays, new EmployeeAccountService(used), engine.modelId);
  const employees = employeesOf(context);
  const rehires = new RehireService(context, attendanceDays);
  return {
    apiKeys: new ApiKeyService(context),
    attendanceDays,
    closeDays: new CloseDaysJob(context, attendanceDays, newId()),
    forgetLeavers: new ForgetLeaversJob(context, newId()),
    forgetPhotos: new ForgetPhotosJob(context),
    facePhotos: new FacePhotoService(context),
    attendanceEvents: new AttendanceEventService(context),
    timeline: new TimelineService(context),
    recordAttendance: new RecordAttendanceService(
      context,
      { faces: faceCheck, identities: identifyCheck, pins },
      marks,
    ),
    supervisorMarks: new SupervisorMarkService(context, marks),
    assignments,
    moveShifts: new MoveShiftService(context, assignments),
    calendar,
    holidayImport: new HolidayImportService(context, attendanceDays),
    holidaySource: new HolidaySourceService(),
    departments: new DepartmentService(context),
    devices,
    devicePairing: new DevicePairingService(context),
    deviceAuth: new DeviceAuthService(context),
    customFields: new CustomFieldService(context),
    corrections: new CorrectionService(context, attendanceDays),
    merges: new MergeService(context, attendanceDays, assignments),
    erasures: new ErasureService(context),
    disputes: new DisputeService(context, attendanceDays),
    leaves: new LeaveService(context, attendanceDays),
    pins,
    notifications: new NotificationService(context),
    notificationSettings: new NotificationSettingsService(context),
    notificationWebhooks,
    notify: new NotifyJob(context, notificationWebhooks, newId()),
    periods: new PeriodService(context, payroll),
    payroll,
    signOffs: new SignOffService(context),
    overtime: new OvertimeService(context, attendanceDays),
    dayEvidence: new DayEvidenceService(context),
    rebuildDays: new RebuildDaysJob(context, attendanceDays, newId()),
    policies,
    recompute: new RecomputeService(context, attendanceDays, ruleChanges),
    exports: new ExportService(context, reports, payroll),
    reports,
    reportSchedules: new ReportScheduleService(context),
    savedViews: new SavedViewService(context),
    evacuation: new EvacuationService(context, reports),
    shifts,
    audit: new AuditService(context, () => database.verifyAudit()),
    captureAttempts: new CaptureAttemptService(context),
    attendanceTrend: new AttendanceTrendService(context),
    recognition: new RecognitionService(context, engine.modelId),
    consents,
    employees,
    rehires,
    serviceBreaks: new ServiceBreakService(context, attendanceDays),
    provisioning: new ProvisioningService(context, employees, rehires),
    employeeUpserts: new EmployeeUpsertService(context, employeesOf),
    compareFaces: new CompareFacesService(context, engine),
    identifyFace: new IdentifyFaceService(context, identifyCheck),
    faceLocks: new FaceLockService(context),
    liveness: new LivenessService(context, livenessChallenges),
    registerFace,
    staleTemplates: new StaleTemplateService(context),
    templateRenewals: new TemplateRenewalService(context, engine, jobs, registerFace),
    verificationLevels: new VerificationLevelService(context),
    verifyFace: new VerifyFaceService(context, faceCheck),
    health: new HealthService(database.ping, engine),
    settings: new SettingsService(context, gallery),
    setup: new SetupService(context, () => hasOwner(database.nativeDb), options.singleSignOnName ?? null),
    sites: new SiteService(context),
    jobs,
    webhooks: new WebhookService(context, allowsPrivateWebhooks),
    live: new LiveService(context, database.changes, jobs),
    uploads: new UploadService(context),
    employeeImports: new EmployeeImportService(context, jobs, consents, registerFace, attendanceDays),
    devicePushes: new DevicePushService(context, attendanceDays, devices),
    attendanceImports: new AttendanceImportService(context, jobs, attendanceDays),
  };
}

/** Those about the accounts of people; they need the sign-in library, which the command line goes without. */
export function createAccountServices(
  { database, now, newId }: Omit<ServiceOptions, 'engine'>,
  letters: LetterOptions,
  exports: ExportService,
) {
  const context = contextOf(database, now, newId);
  return {
    notificationMails: new NotificationMailJob(context, letters, newId()),
    reportMails: new ReportMailJob(context, exports, letters, newId()),
    users: new UserService(context),
    secondFactors: new SecondFactorService(context, letters.accounts),
    invitations: new InvitationService(context, letters),
    passwordResets: new PasswordResetService(context, letters),
  };
}

function contextOf(database: Database, now: () => Date, newId: () => string): ServiceContext {
  return { db: { ...database.repositories, withTransaction: database.withTransaction }, now, newId };
}

export type Services = ReturnType<typeof createServices>;
export type ApiServices = Services & ReturnType<typeof createAccountServices>;
