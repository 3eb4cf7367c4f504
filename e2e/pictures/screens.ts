/** What the addresses of the demo company depend on. */
export interface DemoFacts {
  readonly employeeId: string;
  /** Somebody who has agreed and has no face registered yet. */
  readonly newcomerId: string;
  /** `EMPLOYEE/DATE` of a day on which something was amiss. */
  readonly day: string;
}

export interface Screen {
  /** Of the files. */
  readonly name: string;
  readonly title: string;
  readonly shows: string;
  readonly path: (facts: DemoFacts) => string;
  /** A text that is there when the page is whole. */
  readonly ready: string | RegExp;
  /** Who looks: HR, somebody without a session, or a paired tablet. */
  readonly from: 'office' | 'outside' | 'door';
}

const office = (name: string, title: string, shows: string, ready: string | RegExp, path: Screen['path']): Screen => ({
  ...{ name, title, shows, ready, path },
  from: 'office',
});

export const SCREENS: readonly Screen[] = [
  {
    ...{ name: 'sign-in', title: 'Sign in', path: () => '/sign-in', ready: 'Use a passkey', from: 'outside' },
    shows: 'Password or passkey.',
  },
  office('overview', 'Overview', 'Who is in, the last four weeks, when people arrive.', 'In time', () => '/overview'),
  office('attendance', 'Attendance', 'The register of a day.', 'Katarzyna Nowak', () => '/attendance'),
  office(
    'day',
    'A day',
    'What was judged, the marks, and each rule that led there.',
    'Why it is so',
    ({ day }) => `/attendance/${day}`,
  ),
  office(
    'presence',
    'Who is in now',
    'The list for an evacuation, made to be printed.',
    'On a break',
    () => '/presence',
  ),
  office(
    'inbox',
    'To decide',
    'Corrections, leave and missing marks that wait for somebody.',
    /^Marks missing/,
    () => '/inbox',
  ),
  office('month', 'Month grid', 'A letter for each day of each person.', '12 rows', () => '/reports?kind=MUSTER'),
  office(
    'reports',
    'Reports',
    'Hours of a month, to be downloaded or sent regularly.',
    '12 rows',
    () => '/reports?kind=HOURS',
  ),
  office('roster', 'Roster', 'The planned week.', 'Katarzyna Nowak', () => '/roster'),
  office('recognition', 'Recognition', 'How often faces are refused, and why.', 'Recognised', () => '/recognition'),
  office('employees', 'Employees', 'The list of people.', 'Katarzyna Nowak', () => '/employees'),
  office(
    'profile',
    'A person',
    'Stored face, agreement, leave, devices, and what happened in one list.',
    'Devices used for marks',
    ({ employeeId }) => `/employees/${employeeId}`,
  ),
  office(
    'settings',
    'Settings',
    'What holds for the whole organisation.',
    'Name of the organisation',
    () => '/settings?tab=organisation',
  ),
  office(
    'registration',
    'Registering a face',
    'Photos from the camera, after the agreement.',
    'Take photo',
    ({ newcomerId }) => `/employees/${newcomerId}/register-face`,
  ),
  {
    ...{ name: 'kiosk', title: 'Kiosk', path: () => '/kiosk', ready: /Type your number/, from: 'door' },
    shows: 'The tablet at the door.',
  },
];
