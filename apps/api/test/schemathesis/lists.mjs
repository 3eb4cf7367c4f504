/**
 * What the hooks choose from; the aliases are the names in values.py.
 *
 * @param {{ userId: string, employeeIds: readonly string[], lastMonth: string }} known who asks, some people who have
 *   shifts, and the month in which they worked
 */
export const listsOf = ({ userId, employeeIds, lastMonth }) => `{
  employees(first: 100, filter: { status: ACTIVE }) { nodes { id version } }
  newest: employees(first: 20, sort: CREATED_AT_DESC, filter: { status: ACTIVE }) { nodes { id version } }
  gone: employees(first: 100, filter: { status: INACTIVE }) { nodes { id version mergedInto { id } } }
  sites { id version } departments { id version } shifts { id version }
  allSites: sites(includeArchived: true) { id version isArchived }
  policies: attendancePolicies { id: policyId } leaveTypes { id version } customFields { id version }
  devices(filter: { status: ACTIVE }) { nodes { id version } }
  events: attendanceEvents(first: 50) { nodes { id } }
  days: attendanceDays(first: 7, sort: OVERTIME_MINUTES_DESC) { nodes { id } }
  periods: finalisedPeriods { id version reopenedAt }
  signOffs: periodSignOffs(from: "${lastMonth}-01", to: "${lastMonth}-28") { id version withdrawnAt }
  leaves(first: 50, filter: { status: PENDING }) { nodes { id version } }
  corrections(first: 50, filter: { status: PENDING }) { nodes { id version } }
  disputes(first: 50, filter: { status: OPEN }) { nodes { id version } }
  holidays(from: "2027-01-01", to: "2027-12-31") { id version } weeklyOffs { id version }
  me: viewer { id } users(first: 50) { nodes { id roles deactivatedAt } }
  schedules: reportSchedules(first: 50) { nodes { id version } } jobs(first: 20) { nodes { id } }
  savedViews(list: EMPLOYEES) { id version }
  invitations(first: 50) { nodes { id acceptedAt revokedAt } }
  sessions: userSessions(userId: "${userId}") { id createdAt }
  ${employeeIds.map((id, at) => `assignments${at}: shiftAssignments(employeeId: "${id}") { id version from shiftId }`).join(' ')}
}`;
