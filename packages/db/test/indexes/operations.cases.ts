import { casesOf, type IndexCase } from './index-case.js';
import { moment } from './seeds.js';

const FIRST = { first: 10 };
const audit = casesOf('auditEntries');
const jobs = casesOf('jobs');
const uploads = casesOf('uploads');
const schedules = casesOf('reportSchedules');
const tickets = casesOf('exportTickets');
const resets = casesOf('passwordResets');
const invitations = casesOf('invitations');
const idempotency = casesOf('idempotencyRecords');
const deliveries = casesOf('webhookDeliveries');
const notifications = casesOf('notifications');
const keys = casesOf('dataKeys');
const reader = { userId: 'u5', kinds: ['LATE', 'MISSING_MARK'], siteIds: null, ownEmployeeId: null } as const;

const claim = { actorId: 'p7', key: 'k7', inputHash: 'h' };
const claimOptions = { recordId: 'new', token: 't', now: moment(1) };
const run = { kinds: ['ATTENDANCE_IMPORT'], token: 't', now: moment(0), leaseMs: 1_000 } as const;

export const OPERATIONS: readonly IndexCase[] = [
  audit.query('audit_sequence', 'an entry by its place in the chain', (r) => r.audit.findBySequence(10_007)),
  audit.query('audit_pending', 'entries that wait to be chained', (_, database) => database.sealAudit()),
  audit.query('audit_by_time', 'entries, newest first', (r) => r.audit.list({}, FIRST)),
  audit.query('audit_of_target_by_time', 'entries about one thing', (r) =>
    r.audit.list({ target: { kind: 'EMPLOYEE', id: 'p7' } }, { first: 5 }),
  ),
  audit.query('audit_of_actor_by_time', 'entries of one actor', (r) => r.audit.list({ actorId: 'p7' }, { first: 5 })),
  audit.query('audit_by_action', 'entries of one action', (r) => r.audit.list({ action: 'A7' }, FIRST)),
  jobs.query('job_queue', 'the next job', (r) => r.jobs.claimNext(run)),
  jobs.query('job_by_creation', 'jobs, newest first', (r) => r.jobs.list({}, FIRST)),
  jobs.query('job_of_actor', 'jobs of a person', (r) => r.jobs.list({ createdById: 'p7' }, { first: 5 })),
  casesOf('jobIssues').expires('issue_expiry'),
  casesOf('jobIssues').query('issue_of_job', 'the refused rows of a job', (r) => r.jobIssues.listByJob('j3', 10)),
  uploads.query('upload_token', 'the upload of a token', (r) =>
    r.uploads.beginReceiving('t7', { now: moment(0), until: moment(1) }),
  ),
  uploads.query('upload_of_actor', 'how many uploads somebody has open', (r) => r.uploads.countLive('p7', moment(0))),
  uploads.expires('upload_expiry'),
  casesOf('blobs').query('blob_expiry', 'files that have expired', (r) => r.blobs.deleteExpired(moment(5))),
  tickets.query('ticket_by_token', 'the export of a token', (r) => r.exportTickets.take('t7', moment(0))),
  tickets.expires('ticket_expiry'),
  resets.query('password_reset_token', 'the person of a letter', (r) => r.passwordResets.getOpen('t7', moment(0))),
  resets.query('password_reset_of_user', 'how many letters somebody asked for', (r) =>
    r.passwordResets.countSince('p7', moment(300)),
  ),
  resets.expires('password_reset_expiry'),
  invitations.query('invitation_token', 'the invitation of a token', (r) => r.invitations.getOpen('t7', moment(0))),
  invitations.query('invitation_of_address', 'the open invitation of an address', (r) =>
    r.invitations.findOpenByEmail('m7@example.org', moment(0)),
  ),
  invitations.expires('invitation_expiry', 'deleteAt'),
  invitations.query('invitation_by_creation', 'invitations, newest first', (r) => r.invitations.list(FIRST)),
  idempotency.query('idempotency_once', 'the answer that was given before', (r) =>
    r.idempotency.claim(claim, claimOptions),
  ),
  idempotency.expires('idempotency_expiry'),
  casesOf('apiKeys').query('api_key_by_creation', 'keys, newest first', (r) => r.apiKeys.listAll()),
  casesOf('webhooks').query('webhook_by_creation', 'webhooks, oldest first', (r) => r.webhooks.listAll()),
  schedules.query('report_schedule_by_creation', 'all reports that are sent', (r) =>
    r.reportSchedules.list(null, FIRST),
  ),
  schedules.query('report_schedule_of_owner', 'what somebody has sent', (r) => r.reportSchedules.list('u3', FIRST)),
  casesOf('savedViews').query('saved_view_of_user', 'the views of somebody', (r) =>
    r.savedViews.listOf('u3', 'EMPLOYEES'),
  ),
  schedules.query('report_schedule_due', 'what is due', (r) => r.reportSchedules.listDue(moment(3), 10)),
  schedules.query('report_schedule_pending', 'what is not over', (r) => r.reportSchedules.listDue(moment(3), 10)),
  deliveries.query('delivery_queue', 'what waits to be told', (r) =>
    r.webhookDeliveries.listDueHeads('w0', moment(1), 10),
  ),
  deliveries.query('delivery_log', 'what a webhook was told', (r) =>
    r.webhookDeliveries.list({ webhookId: 'w3' }, FIRST),
  ),
  deliveries.expires('delivery_expiry'),
  notifications.query('notification_of_user', 'what somebody is told of', (r) => r.notifications.list(reader, FIRST)),
  notifications.query('notification_unread', 'how much of it is unread', (r) => r.notifications.countUnread(reader)),
  notifications.query('notification_unsettled', 'what may be done with', (r) =>
    r.notifications.settleOthers('LATE', new Set(), { now: moment(1), fromDate: null }),
  ),
  notifications.query('notification_mail', 'of what letters are due', (r) => r.notifications.listDue(moment(100), 50)),
  notifications.expires('notification_expiry'),
  keys.query('data_key_owner', 'the key of a person', (_, { keyStore }) => keyStore.erase('employee:p7', moment(0))),
  keys.query('data_key_by_master_version', 'keys to wrap anew', (_, { keyStore }) => keyStore.rewrapBatch(10)),
  casesOf('erasedKeys').query('erased_key_owner', 'the erasures of a person', (_, { keyStore }) =>
    keyStore.listErasures('employee:p9'),
  ),
];
