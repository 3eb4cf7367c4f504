import { assertNever, notificationPage } from '@rollcall/contracts';
import type { Notification } from '@rollcall/db';
import type { LetterLine } from '../../mail/letters.js';
import type { LetterWording } from '../../mail/wording/wording.js';
import { wordingOf } from '../../mail/wording/wording-of.js';
import type { ReportLocale } from '../../report-files/report-locale.js';
import type { ServiceContext } from '../../services/service-context.js';

interface LinesOptions {
  readonly publicUrl: string;
  readonly language: ReportLocale;
}

/** What stands in a letter: a name, a day, and where it is dealt with. */
export async function linesOf(
  { db }: ServiceContext,
  notifications: readonly Notification[],
  { publicUrl, language }: LinesOptions,
): Promise<readonly LetterLine[]> {
  const people = await db.employees.listByIds(notifications.flatMap(({ employeeId }) => employeeId ?? []));
  const devices = notifications.some(({ deviceId }) => deviceId !== null) ? await db.devices.listAll() : [];
  const names = new Map([...people, ...devices].map(({ id, name }) => [id, name]));
  const wording = wordingOf(language).notifications;
  return notifications.map((one) => {
    const who = names.get(one.employeeId ?? one.deviceId ?? '');
    const about = [who, one.localDate].filter((part) => part != null).join(wording.comma);
    return { text: `${headingOf(one, wording)}: ${about}`, link: new URL(notificationPage(one), publicUrl).href };
  });
}

function headingOf({ kind, approval, count }: Notification, wording: LetterWording['notifications']): string {
  switch (kind) {
    case 'MISSING_MARK':
    case 'LATE':
    case 'SILENT_DEVICE':
      return wording.kinds[kind];
    case 'APPROVAL_DUE':
      return wording.approvals[approval ?? 'OTHER'];
    case 'REFUSED_ATTEMPTS':
      return wording.refused(count ?? 0);
    default:
      return assertNever(kind);
  }
}
