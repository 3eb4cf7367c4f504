import { ApiKeyResolver } from '../modules/api-key/api-key.resolver.js';
import { AttendanceResolver } from '../modules/attendance/attendance.resolver.js';
import {
  AttendanceDayLinksResolver,
  AttendanceEventLinksResolver,
  OffShiftMarkLinksResolver,
} from '../modules/attendance/attendance-links.resolver.js';
import { DayEvidenceResolver } from '../modules/attendance/day-evidence.resolver.js';
import { AttendanceImportResolver } from '../modules/attendance-import/attendance-import.resolver.js';
import { DevicePushResolver } from '../modules/attendance-import/device-push.resolver.js';
import { AuditResolver } from '../modules/audit/audit.resolver.js';
import { CalendarResolver, LeaveResolver } from '../modules/calendar/calendar.resolver.js';
import { CaptureAttemptResolver } from '../modules/capture-attempt/capture-attempt.resolver.js';
import { ConsentResolver } from '../modules/consent/consent.resolver.js';
import { CorrectionResolver } from '../modules/correction/correction.resolver.js';
import { CustomFieldResolver } from '../modules/custom-field/custom-field.resolver.js';
import { DepartmentResolver } from '../modules/department/department.resolver.js';
import { DeviceResolver } from '../modules/device/device.resolver.js';
import {
  AttendanceEventDisputeResolver,
  DayMarkDisputeResolver,
  DisputeResolver,
} from '../modules/dispute/dispute.resolver.js';
import { EmployeeResolver } from '../modules/employee/employee.resolver.js';
import { EmployeeUpsertResolver } from '../modules/employee/employee-upsert.resolver.js';
import { RehireResolver } from '../modules/employee/rehire.resolver.js';
import { ServiceBreakResolver } from '../modules/employee/service-break.resolver.js';
import { EmployeeImportResolver } from '../modules/employee-import/employee-import.resolver.js';
import { ErasureResolver } from '../modules/erasure/erasure.resolver.js';
import { ExportResolver } from '../modules/export/export.resolver.js';
import { FaceResolver } from '../modules/face/face.resolver.js';
import { LockoutResolver } from '../modules/face/lockout.resolver.js';
import { FacePhotoResolver } from '../modules/face-photo/face-photo.resolver.js';
import { HealthResolver } from '../modules/health/health.resolver.js';
import { JobResolver } from '../modules/job/job.resolver.js';
import { LiveResolver } from '../modules/live/live.resolver.js';
import { LivenessResolver } from '../modules/liveness/liveness.resolver.js';
import { MergeResolver } from '../modules/merge/merge.resolver.js';
import { NotificationResolver } from '../modules/notification/notification.resolver.js';
import { OvertimeResolver } from '../modules/overtime/overtime.resolver.js';
import { DayChangeLinksResolver } from '../modules/period/day-change-links.resolver.js';
import { PayrollResolver } from '../modules/period/payroll.resolver.js';
import { PeriodResolver } from '../modules/period/period.resolver.js';
import { MarkingDeviceLinksResolver, TimelineResolver } from '../modules/person-history/person-history.resolver.js';
import { PinResolver } from '../modules/pin/pin.resolver.js';
import { RecognitionResolver } from '../modules/recognition/recognition.resolver.js';
import { AttendanceTrendResolver } from '../modules/report/attendance-trend.resolver.js';
import { ReportResolver } from '../modules/report/report.resolver.js';
import { ReportScheduleResolver } from '../modules/report-schedule/report-schedule.resolver.js';
import { RosterResolver } from '../modules/roster/roster.resolver.js';
import { SavedViewResolver } from '../modules/saved-view/saved-view.resolver.js';
import { SettingsResolver } from '../modules/settings/settings.resolver.js';
import { SetupResolver } from '../modules/setup/setup.resolver.js';
import { SiteResolver } from '../modules/site/site.resolver.js';
import { UploadResolver } from '../modules/upload/upload.resolver.js';
import { InvitationResolver } from '../modules/user/invitation.resolver.js';
import { SecondFactorResolver } from '../modules/user/second-factor.resolver.js';
import { UserResolver } from '../modules/user/user.resolver.js';
import { ViewerResolver } from '../modules/viewer/viewer.resolver.js';
import { WebhookResolver } from '../modules/webhook/webhook.resolver.js';
import type { ApiServices } from '../services/create-services.js';

/** One instance of each resolver class, with the services it asks for. */
export function createResolvers(services: ApiServices): ReadonlyMap<unknown, object> {
  const { registerFace, verifyFace, compareFaces, faceLocks, recordAttendance, attendanceEvents, attendanceDays } =
    services;
  return new Map<unknown, object>([
    [ViewerResolver, new ViewerResolver(services.liveness, services.settings)],
    [UserResolver, new UserResolver(services.users)],
    [SecondFactorResolver, new SecondFactorResolver(services.secondFactors, services.users)],
    [InvitationResolver, new InvitationResolver(services.invitations, services.passwordResets)],
    [SetupResolver, new SetupResolver(services.setup)],
    [SavedViewResolver, new SavedViewResolver(services.savedViews)],
    [SettingsResolver, new SettingsResolver(services.settings)],
    [HealthResolver, new HealthResolver(services.health)],
    [SiteResolver, new SiteResolver(services.sites)],
    [DepartmentResolver, new DepartmentResolver(services.departments)],
    [DeviceResolver, new DeviceResolver(services.devices, services.devicePairing)],
    [CustomFieldResolver, new CustomFieldResolver(services.customFields)],
    [EmployeeResolver, new EmployeeResolver(services.employees)],
    [RehireResolver, new RehireResolver(services.rehires)],
    [ServiceBreakResolver, new ServiceBreakResolver(services.serviceBreaks)],
    [EmployeeUpsertResolver, new EmployeeUpsertResolver(services.employeeUpserts)],
    [ConsentResolver, new ConsentResolver(services.consents)],
    [
      FaceResolver,
      new FaceResolver(
        registerFace,
        verifyFace,
        compareFaces,
        faceLocks,
        services.identifyFace,
        services.verificationLevels,
      ),
    ],
    [LockoutResolver, new LockoutResolver()],
    [LivenessResolver, new LivenessResolver(services.liveness)],
    [AuditResolver, new AuditResolver(services.audit)],
    [CaptureAttemptResolver, new CaptureAttemptResolver(services.captureAttempts)],
    [FacePhotoResolver, new FacePhotoResolver(services.facePhotos)],
    [AttendanceTrendResolver, new AttendanceTrendResolver(services.attendanceTrend)],
    [RecognitionResolver, new RecognitionResolver(services.recognition)],
    [
      AttendanceResolver,
      new AttendanceResolver(recordAttendance, attendanceEvents, attendanceDays, services.supervisorMarks),
    ],
    [RosterResolver, new RosterResolver(services.shifts, services.policies, services.assignments, services.moveShifts)],
    [CalendarResolver, new CalendarResolver(services.calendar, services.holidayImport, services.holidaySource)],
    [LeaveResolver, new LeaveResolver(services.leaves)],
    [CorrectionResolver, new CorrectionResolver(services.corrections)],
    [MergeResolver, new MergeResolver(services.merges)],
    [ErasureResolver, new ErasureResolver(services.erasures)],
    [DisputeResolver, new DisputeResolver(services.disputes)],
    [AttendanceEventDisputeResolver, new AttendanceEventDisputeResolver()],
    [DayMarkDisputeResolver, new DayMarkDisputeResolver()],
    [DayEvidenceResolver, new DayEvidenceResolver(services.dayEvidence)],
    [OvertimeResolver, new OvertimeResolver(services.overtime)],
    [PayrollResolver, new PayrollResolver(services.signOffs, services.payroll)],
    [NotificationResolver, new NotificationResolver(services.notifications, services.notificationSettings)],
    [PeriodResolver, new PeriodResolver(services.periods, services.recompute)],
    [DayChangeLinksResolver, new DayChangeLinksResolver()],
    [PinResolver, new PinResolver(services.pins)],
    [ExportResolver, new ExportResolver(services.exports)],
    [ReportResolver, new ReportResolver(services.reports, services.evacuation)],
    [ReportScheduleResolver, new ReportScheduleResolver(services.reportSchedules)],
    [OffShiftMarkLinksResolver, new OffShiftMarkLinksResolver()],
    [TimelineResolver, new TimelineResolver(services.timeline)],
    [MarkingDeviceLinksResolver, new MarkingDeviceLinksResolver()],
    [AttendanceEventLinksResolver, new AttendanceEventLinksResolver()],
    [AttendanceDayLinksResolver, new AttendanceDayLinksResolver()],
    [ApiKeyResolver, new ApiKeyResolver(services.apiKeys)],
    [DevicePushResolver, new DevicePushResolver(services.devicePushes)],
    [EmployeeImportResolver, new EmployeeImportResolver(services.employeeImports, services.uploads)],
    [WebhookResolver, new WebhookResolver(services.webhooks)],
    [LiveResolver, new LiveResolver()],
    [JobResolver, new JobResolver(services.jobs)],
    [UploadResolver, new UploadResolver(services.uploads)],
    [AttendanceImportResolver, new AttendanceImportResolver(services.attendanceImports, services.uploads)],
  ]);
}
