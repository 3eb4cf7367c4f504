import { type ApprovalKind, assertNever, notificationPage } from '@rollcall/contracts';
import type { Notification } from '@rollcall/db';
import type { LetterLine } from '../../mail/letters.js';
import type { ServiceContext } from '../../services/service-context.js';

const APPROVALS: Readonly<Record<ApprovalKind, string>> = {
  CORRECTION: 'A correction waits',
  LEAVE: 'A leave request waits',
  OVERTIME: 'Overtime waits for approval',
};

/** What stands in a letter: a name, a day, and where it is dealt with. */
export async function linesOf(
  { db }: ServiceContext,
  notifications: readonly Notification[],
  publicUrl: string,
): Promise<readonly LetterLine[]> {
  const people = await db.employees.listByIds(notifications.flatMap(({ employeeId }) => employeeId ?? []));
  const devices = notifications.some(({ deviceId }) => deviceId !== null) ? await db.devices.listAll() : [];
  const names = new Map([...people, ...devices].map(({ id, name }) => [id, name]));
  return notifications.map((one) => {
    const who = names.get(one.employeeId ?? one.deviceId ?? '');
    const about = [who, one.localDate].filter((part) => part != null).join(', ');
    return { text: `${headingOf(one)}: ${about}`, link: new URL(notificationPage(one), publicUrl).href };
  });
}

function headingOf({ kind, approval, count }: Notification): string {
  switch (kind) {
    case 'MISSING_MARK':
      return 'A mark is missing';
    case 'LATE':
      return 'Came late';
    case 'APPROVAL_DUE':
      return approval === null ? 'A decision is waited for' : APPROVALS[approval];
    case 'SILENT_DEVICE':
      return 'A device is silent';
    case 'REFUSED_ATTEMPTS':
      return `${count ?? 0} refused attempts within an hour`;
    default:
      return assertNever(kind);
  }
}
