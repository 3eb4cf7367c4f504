import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ContainerType } from 'type-graphql';
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
import { scalarsMap } from './scalars.js';

export const RESOLVERS = [
  ViewerResolver,
  SetupResolver,
  SavedViewResolver,
  SettingsResolver,
  HealthResolver,
  SiteResolver,
  DepartmentResolver,
  DeviceResolver,
  CustomFieldResolver,
  EmployeeResolver,
  EmployeeUpsertResolver,
  RehireResolver,
  LockoutResolver,
  ServiceBreakResolver,
  ConsentResolver,
  FaceResolver,
  LivenessResolver,
  AuditResolver,
  CaptureAttemptResolver,
  FacePhotoResolver,
  AttendanceTrendResolver,
  RecognitionResolver,
  AttendanceResolver,
  AttendanceEventLinksResolver,
  AttendanceDayLinksResolver,
  OffShiftMarkLinksResolver,
  RosterResolver,
  CalendarResolver,
  LeaveResolver,
  CorrectionResolver,
  MergeResolver,
  ErasureResolver,
  DisputeResolver,
  AttendanceEventDisputeResolver,
  DayMarkDisputeResolver,
  DayEvidenceResolver,
  NotificationResolver,
  TimelineResolver,
  MarkingDeviceLinksResolver,
  OvertimeResolver,
  PayrollResolver,
  PeriodResolver,
  DayChangeLinksResolver,
  PinResolver,
  ReportResolver,
  ReportScheduleResolver,
  ExportResolver,
  ApiKeyResolver,
  DevicePushResolver,
  EmployeeImportResolver,
  JobResolver,
  LiveResolver,
  WebhookResolver,
  UploadResolver,
  SecondFactorResolver,
  UserResolver,
  InvitationResolver,
  AttendanceImportResolver,
] as const;

const notUsed = (): never => {
  throw new Error('Nothing is published within the process.');
};
const NO_PUB_SUB = { publish: notUsed, subscribe: notUsed };

/** The library has no place for them in the classes. */
const ROOTS = {
  Query: 'Everything that can be asked. Changes nothing.',
  Mutation: 'Everything that changes something, or judges a face.',
  Subscription: 'Everything that is told as it happens, over a WebSocket.',
} as const;

/** Builds the schema from the classes. `container` hands out the resolver instances; leave it out to print the schema only. */
export function createSchema(container?: ContainerType): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...RESOLVERS],
    scalarsMap,
    // Asked for by the library; what is subscribed to comes from the change feeds (`modules/live`).
    pubSub: NO_PUB_SUB,
    validate: { forbidUnknownValues: false },
    ...(container === undefined ? {} : { container }),
  });
  for (const [name, description] of Object.entries(ROOTS)) {
    const root = schema.getType(name);
    if (root !== undefined) root.description = description;
  }
  return schema;
}
