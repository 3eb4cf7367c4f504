/**
 * All that a paired device may ask for, operations first. A device stands where anybody may lay hands on it, so it takes marks
 * and reads nothing but what came of them: the name of a person only with the mark that was recorded for the person.
 */
export const DEVICE_FIELDS: ReadonlySet<string> = new Set([
  'Query.viewer',
  'Mutation.recordAttendance',
  'Mutation.startLivenessChallenge',
  'Mutation.reportDeviceContact',

  ...['id', 'kind', 'name', 'roles', 'scopes', 'isLivenessRequired'].map((field) => `Viewer.${field}`),
  ...['id', 'actions', 'expiresAt', 'maxFrames'].map((field) => `LivenessChallenge.${field}`),
  ...['id', 'name', 'status', 'site'].map((field) => `Device.${field}`),
  ...['id', 'name', 'timeZone'].map((field) => `Site.${field}`),
  ...['outcome', 'event', 'attempt', 'replayed', 'role'].map((field) => `RecordAttendancePayload.${field}`),
  ...['id', 'kind', 'at', 'timeZone', 'localDate', 'source', 'assurance', 'isOffline', 'employee'].map(
    (field) => `AttendanceEvent.${field}`,
  ),
  ...['id', 'number', 'name'].map((field) => `Employee.${field}`),
  // The similarity is null for devices.
  ...['id', 'outcome', 'similarity', 'liveness', 'quality'].map((field) => `CaptureAttempt.${field}`),
  ...['failure', 'hint'].map((field) => `LivenessReport.${field}`),
  ...['isAcceptable', 'reasons'].map((field) => `QualityReport.${field}`),
]);
