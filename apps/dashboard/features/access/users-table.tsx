'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type Column, DataTable } from '../../components/ui/data-table';
import { Pill } from '../../components/ui/pill';
import type { UserRowFragment } from '../../gql/graphql';
import classes from './access.module.css';
import type { Places } from './access-values';
import { ChangeAccess } from './change-access';
import { ResetSecondFactor } from './reset-second-factor';
import { SwitchUser } from './switch-user';
import { UserActions, type UserDeed } from './user-actions';
import { UserSessions } from './user-sessions';

interface UsersTableProps {
  readonly rows: readonly UserRowFragment[];
  readonly places: Places;
  readonly viewer: { readonly id: string; readonly scopes: readonly string[] };
}

type Doing = { readonly what: UserDeed; readonly user: UserRowFragment };

export function UsersTable({ rows, places, viewer }: UsersTableProps) {
  const t = useTranslations();
  const [doing, setDoing] = useState<Doing | null>(null);
  const canMakeOwners = viewer.scopes.includes('admin');
  const columns = useMemo(
    () => columnsOf(t, { places, viewerId: viewer.id, canMakeOwners, onDo: setDoing }),
    [t, places, viewer.id, canMakeOwners],
  );
  const of = (what: Doing['what']) => (doing?.what === what ? doing.user : null);
  return (
    <>
      <DataTable label={t('access.title')} columns={columns} rows={rows} rowId={({ id }) => id} />
      <ChangeAccess user={of('CHANGE')} places={places} canMakeOwners={canMakeOwners} onClose={() => setDoing(null)} />
      <SwitchUser user={of('SWITCH')} onClose={() => setDoing(null)} />
      <UserSessions user={of('SESSIONS')} onClose={() => setDoing(null)} />
      <ResetSecondFactor user={of('RESET')} onClose={() => setDoing(null)} />
    </>
  );
}

interface ColumnOptions {
  readonly places: Places;
  readonly viewerId: string;
  readonly canMakeOwners: boolean;
  readonly onDo: (doing: Doing) => void;
}

function columnsOf(
  t: ReturnType<typeof useTranslations<never>>,
  { places, viewerId, canMakeOwners, onDo }: ColumnOptions,
): Column<UserRowFragment>[] {
  const namesOf = ({ siteIds, departmentIds }: UserRowFragment) => [
    ...places.sites.filter(({ id }) => siteIds.includes(id)).map(({ name }) => name),
    ...places.departments.filter(({ id }) => departmentIds.includes(id)).map(({ name }) => name),
  ];
  const isOutOfReach = ({ id, roles }: UserRowFragment) =>
    id === viewerId || (roles.includes('OWNER') && !canMakeOwners);
  return [
    {
      id: 'person',
      header: t('access.person'),
      cell: ({ name, email }) => (
        <span className={classes.person}>
          <span dir="auto">{name}</span>
          <span dir="auto">{email}</span>
        </span>
      ),
    },
    {
      id: 'role',
      header: t('access.role'),
      cell: (user) => [...user.roles.map((role) => t(`role.${role}`)), ...namesOf(user)].join(', '),
    },
    {
      id: 'status',
      header: t('access.status'),
      cell: ({ id, deactivatedAt }) => {
        if (id === viewerId) return <Pill tone="good">{t('access.you')}</Pill>;
        return <Pill tone={deactivatedAt ? 'quiet' : 'good'}>{t(deactivatedAt ? 'access.off' : 'access.on')}</Pill>;
      },
    },
    {
      id: 'actions',
      header: '',
      isAtEnd: true,
      cell: (user) =>
        isOutOfReach(user) ? null : (
          <UserActions user={user} canReset={canMakeOwners} onDo={(what) => onDo({ what, user })} />
        ),
    },
  ];
}
