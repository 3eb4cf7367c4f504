import { casesOf, type IndexCase } from './index-case.js';
import { dateOf, moment } from './seeds.js';

const FIRST = { first: 10 };
const events = casesOf('attendanceEvents');
const attempts = casesOf('captureAttempts');
const offShift = casesOf('offShiftMarks');
const days = casesOf('dayRecords');
const leaves = casesOf('leaves');
const corrections = casesOf('corrections');
const disputes = casesOf('markDisputes');

const sameMark = { employeeId: 'q', at: moment(0), kind: 'AUTO', source: 'KIOSK' };

export const DAYS: readonly IndexCase[] = [
  events.refuses('event_once', 'one mark twice', [{ ...sameMark }, { ...sameMark }]),
  events.refuses('event_of_attempt', 'two marks of one attempt', [
    { ...sameMark, attemptId: 'one', at: moment(1) },
    { ...sameMark, attemptId: 'one', at: moment(2) },
  ]),
  events.query('event_replaced_once', 'what took the place of marks', (r) =>
    r.attendanceEvents.listReplacing(['r10', 'r20']),
  ),
  events.query('event_by_time', 'marks, newest first', (r) => r.attendanceEvents.list({}, FIRST)),
  events.query('event_of_site', 'marks of a site', (r) => r.attendanceEvents.list({ siteId: 's3' }, FIRST)),
  events.query('event_of_employee', 'the marks that days are built from', (r) =>
    r.attendanceEvents.listJudged(['p7'], { from: moment(60), to: moment(300) }),
  ),
  events.query('event_of_import', 'whose marks came with an import', (r) =>
    r.attendanceEvents.listImported('i5', '', 10),
  ),
  attempts.query('attempt_by_time', 'attempts, newest first', (r) => r.captureAttempts.list({}, FIRST)),
  attempts.query('attempt_of_employee', 'attempts of a person', (r) =>
    r.captureAttempts.list({ employeeId: 'p7' }, FIRST),
  ),
  attempts.query('attempt_of_site', 'attempts of a site', (r) =>
    r.captureAttempts.list({ among: { siteIds: ['s3'], employeeIds: [] } }, FIRST),
  ),
  attempts.query('attempt_by_outcome', 'attempts of an outcome', (r) =>
    r.captureAttempts.list({ outcome: 'NON_MATCH' }, FIRST),
  ),
  attempts.query('attempt_for_figures', 'attempts of a period are counted', (r) =>
    r.recognitionFigures.countByPerson({ from: moment(0), to: moment(400) }),
  ),
  offShift.query('off_shift_of_employee', 'marks outside every shift are replaced', (r) =>
    r.offShiftMarks.replaceDays(['p7'], { from: dateOf(0), to: dateOf(20) }, []),
  ),
  offShift.query('off_shift_by_time', 'marks outside every shift, newest first', (r) =>
    r.offShiftMarks.list({}, FIRST),
  ),
  offShift.query('off_shift_of_site', 'marks outside every shift of a site', (r) =>
    r.offShiftMarks.list({ siteId: 's3' }, FIRST),
  ),
  days.query('day_once', 'the days of people', (r) => r.dayRecords.listOf(['p7'], { from: dateOf(0), to: dateOf(5) })),
  days.query('day_by_date', 'days, newest first', (r) => r.dayRecords.list({}, FIRST)),
  days.query('day_of_site', 'days of a site', (r) => r.dayRecords.list({ siteId: 's3' }, FIRST)),
  days.query('day_of_department', 'days of a department', (r) => r.dayRecords.list({ departmentId: 'd3' }, FIRST)),
  days.query('day_by_status', 'days of a status', (r) => r.dayRecords.list({ status: 'ABSENT' }, FIRST)),
  days.query('day_by_flag', 'days with a flag', (r) => r.dayRecords.list({ flag: 'LATE' }, FIRST)),
  days.query('day_of_shift', 'days of a shift', (r) => r.dayRecords.list({ shiftId: 'h3' }, FIRST)),
  days.query('day_for_figures', 'people of dates are counted', (r) =>
    r.attendanceFigures.countPeople({ from: dateOf(0), to: dateOf(5) }, ['PRESENT', 'ABSENT']),
  ),
  casesOf('shifts').query('shift_name', 'shifts by name', (r) => r.shifts.listAll()),
  casesOf('shiftAssignments').query('assignment_of_employee', 'the assignments of people', (r) =>
    r.shiftAssignments.listByEmployees(['p7']),
  ),
  casesOf('attendancePolicies').query('policy_version', 'the versions of policies', (r) =>
    r.attendancePolicies.listAll(),
  ),
  casesOf('holidays').query('holiday_once', 'holidays of dates', (r) => r.holidays.listBetween(dateOf(9), dateOf(12))),
  casesOf('leaveTypes').query('leave_type_name', 'kinds of leave by name', (r) => r.leaveTypes.listAll()),
  leaves.query('leave_of_employee', 'the leave that days are built with', (r) =>
    r.leaves.listOf(['p7'], ['APPROVED', 'PENDING', 'REJECTED'], { from: dateOf(0), to: dateOf(599) }),
  ),
  leaves.query('leave_by_date', 'leave, latest first', (r) => r.leaves.list({}, FIRST)),
  leaves.query('leave_by_status', 'leave that waits', (r) => r.leaves.list({ status: 'PENDING' }, FIRST)),
  corrections.query('correction_by_time', 'corrections, newest first', (r) => r.corrections.list({}, FIRST)),
  corrections.query('correction_by_status', 'corrections that wait', (r) =>
    r.corrections.list({ status: 'PENDING' }, FIRST),
  ),
  corrections.query('correction_of_employee', 'corrections of a person', (r) =>
    r.corrections.list({ employeeId: 'p7' }, FIRST),
  ),
  disputes.query('dispute_by_time', 'disputes, newest first', (r) => r.markDisputes.list({}, FIRST)),
  disputes.query('dispute_by_status', 'disputes that wait', (r) => r.markDisputes.list({ status: 'OPEN' }, FIRST)),
  disputes.query('dispute_of_employee', 'disputes of a person', (r) =>
    r.markDisputes.list({ employeeId: 'p7' }, FIRST),
  ),
  disputes.query('dispute_of_event', 'disputes about marks', (r) => r.markDisputes.listOfEvents(['v7', 'v8'])),
  disputes.refuses('dispute_open_once', 'two open disputes about one mark', [
    { eventId: 'one', status: 'OPEN' },
    { eventId: 'one', status: 'OPEN' },
  ]),
  casesOf('finalisedPeriods').query('period_by_date', 'the periods that lock dates', (r) =>
    r.finalisedPeriods.listInForce({ from: dateOf(595), to: dateOf(599) }),
  ),
  casesOf('periodSignOffs').query('sign_off_by_date', 'the sign-offs of dates', (r) =>
    r.periodSignOffs.listTouching({ from: dateOf(595), to: dateOf(599) }),
  ),
  casesOf('paidPeriods').query('paid_once', 'what payroll took', (r) => r.paidPeriods.listOf('f3', null)),
  casesOf('overtimeDecisions').query('overtime_of_employee', 'decisions on overtime', (r) =>
    r.overtimeDecisions.listOf(['p7'], { from: dateOf(0), to: dateOf(400) }),
  ),
  casesOf('dayRebuilds').query('rebuild_by_time', 'the next days to build anew', (r) => r.dayRebuilds.findNext()),
];
