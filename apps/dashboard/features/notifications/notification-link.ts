import { assertNever } from '@rollcall/contracts';
import type { NotificationItemFragment } from '../../gql/graphql';

type Linked = Pick<NotificationItemFragment, 'kind' | 'localDate' | 'employee'>;

/** The page on which the matter is dealt with. */
export function notificationLink({ kind, localDate, employee }: Linked): string {
  switch (kind) {
    case 'MISSING_MARK':
    case 'LATE':
      return employee && localDate ? `/attendance/${employee.id}/${localDate}` : '/attendance';
    case 'APPROVAL_DUE':
      return '/inbox';
    case 'SILENT_DEVICE':
      return '/devices';
    case 'REFUSED_ATTEMPTS':
      return '/attempts';
    default:
      return assertNever(kind);
  }
}
