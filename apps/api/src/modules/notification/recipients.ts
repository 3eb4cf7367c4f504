import { NOTIFICATION_KINDS_OF_ROLE, type NotificationChannel, type Role } from '@rollcall/contracts';
import type { NotificationMatter, NotificationRule, User } from '@rollcall/db';
import { siteIdsOfUser } from '../../access/user-sites.js';

/** One person, and how this person is told. */
export interface Recipient {
  readonly userId: string;
  readonly channels: ReadonlySet<NotificationChannel>;
}

type Matter = Pick<NotificationMatter, 'kind' | 'siteId' | 'employeeId'>;
type Account = Pick<User, 'id' | 'roles' | 'siteIds' | 'employeeId'>;

/**
 * Who is told of a matter: by the rules of each role somebody has, and never of more than the role may read. A manager is told
 * of the own sites, an employee of the own days.
 */
export function recipientsOf(
  matter: Matter,
  accounts: readonly Account[],
  rules: readonly NotificationRule[],
): readonly Recipient[] {
  const told = rules.filter(({ role, kind }) => kind === matter.kind && mayBeTold(role, kind));
  return accounts.flatMap((account) => {
    const channels = new Set(
      told.filter(({ role }) => account.roles.includes(role) && concerns(matter, account, role)).flatMap(channelsOf),
    );
    return channels.size === 0 ? [] : [{ userId: account.id, channels }];
  });
}

const channelsOf = ({ channels }: NotificationRule) => channels;

export function mayBeTold(role: Role, kind: NotificationMatter['kind']): boolean {
  return NOTIFICATION_KINDS_OF_ROLE[role].includes(kind);
}

function concerns({ siteId, employeeId }: Matter, account: Account, role: Role): boolean {
  if (role === 'EMPLOYEE') return employeeId !== null && employeeId === account.employeeId;
  const siteIds = siteIdsOfUser([role], account.siteIds);
  return siteIds === null || (siteId !== null && siteIds.includes(siteId));
}
