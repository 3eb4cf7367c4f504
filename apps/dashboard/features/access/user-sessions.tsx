'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import type { UserRowFragment } from '../../gql/graphql';
import { SessionsList } from './sessions-list';

interface UserSessionsProps {
  readonly user: UserRowFragment | null;
  readonly onClose: () => void;
}

/** Where somebody is signed in, and the way out for them. */
export function UserSessions({ user, onClose }: UserSessionsProps) {
  const t = useTranslations('access');
  return (
    <Dialog isOpen={user !== null} onClose={onClose} title={t('sessionsTitle', { name: user?.name ?? '' })}>
      {user && <SessionsList key={user.id} user={user} onClose={onClose} />}
    </Dialog>
  );
}
