/**
 * Texts that are written as in English, by reason. Whatever else equals English was forgotten, says the check of the
 * catalogues.
 */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  'a name': ['app.name'],
  'nothing but arguments and signs': [
    'common.percent',
    'overview.lead',
    'overview.moreThan',
    'mark.onDate',
    'attendance.lead',
    'roster.notPlanned',
    'musterStatus.HALF_DAY',
    'musterStatus.WEEKLY_OFF',
    'musterStatus.IN_PROGRESS',
  ],
  'an example of a way to write dates': ['imports.dateFormats.ISO', 'imports.dateFormats.MDY'],
};

const IN_ONE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  de: {
    'a name': ['landing.sampleName'],
    'units of measure are the same': ['common.minutesShort', 'devices.minutes', 'devices.seconds', 'periods.minutes'],
    'the sign is the same': ['musterStatus.MISSING_MARK', 'sites.north'],
    'PIN is the German word': [
      'assurance.PIN',
      'employee.pin',
      'mark.pin',
      'reports.columns.pin',
      'help.word.pin.term',
    ],
    'nothing but arguments and signs': ['rules.fromTo', 'notifications.channelOf'],
    'the German word is written as the English one': [
      ...['customFields.types.TEXT', 'firstPerson.step.person', 'security.passkeysTitle', 'recognition.person'],
      ...['audit.code', 'auditTarget.EMPLOYEE', 'auditTarget.WEBHOOK', 'kiosk.title'],
      ...['access.person', 'access.status', 'assurance.IMPORT', 'attempts.columnPerson', 'attendance.columnPerson'],
      ...['attendance.columnStatus', 'attendance.filterStatus', 'attendanceSource.DASHBOARD', 'attendanceSource.KIOSK'],
      ...['day.status', 'devices.name', 'devices.status', 'employeeForm.name', 'employees.columnName'],
      ...['employees.columnStatus', 'employees.filterStatus', 'holidays.name', 'inbox.columnPerson', 'leave.kindName'],
      ...['leave.person', 'leave.status', 'organisation.title', 'presence.person', 'privacy.cookiesTitle'],
      ...[
        'reports.columns.name',
        'reports.columns.status',
        'role.KIOSK',
        'roster.person',
        'settings.aboutOrganisation',
      ],
      ...['settings.aboutVersion', 'settings.keyName', 'settings.keyStatus', 'settings.organisationTab', 'shifts.name'],
      ...['settings.webhooksTab', 'webhooks.title', 'webhooks.name', 'webhooks.event.TEST', 'webhooks.state'],
      ...['rules.name', 'rules.columnPerson', 'rules.columnStatus', 'periods.columnPerson'],
      ...['shifts.standardPolicy', 'shifts.status', 'sites.name', 'sites.status'],
    ],
  },
  ar: { 'as it is printed on keyboards': ['keys.ctrl'] },
  es: {
    'a name': ['landing.sampleName'],
    'units of measure are the same': ['common.minutesShort'],
    'PIN is the Spanish word': ['mark.pin'],
    'the Spanish word is written as the English one': ['common.no'],
  },
  hi: { 'PIN is the word on Indian keypads': ['mark.pin'] },
};

/** Keys of texts that may equal the English ones in a language. */
export function mayEqualEnglish(code: string): ReadonlySet<string> {
  return new Set([EVERYWHERE, IN_ONE[code] ?? {}].flatMap((reasons) => Object.values(reasons).flat()));
}
