import { getTranslations } from 'next-intl/server';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { PeopleDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import classes from './access.module.css';
import { InvitationsTable } from './invitations-table';
import { InviteUser } from './invite-user';
import { UsersTable } from './users-table';

/** Who can sign in, and who was asked to. */
export async function AccessSection() {
  const t = await getTranslations('access');
  const result = await serverQuery(PeopleDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { viewer, sites, departments, users, invitations } = result.data;
  const places = { sites, departments: departments.filter(({ isArchived }) => !isArchived) };
  const now = new Date().toISOString();
  const open = invitations.nodes.filter(
    ({ acceptedAt, revokedAt, expiresAt }) => !acceptedAt && !revokedAt && expiresAt > now,
  );
  return (
    <div className={classes.stack}>
      <Surface isFlush>
        <div className={classes.head}>
          <div>
            <h2>{t('title')}</h2>
            <p>{t('text')}</p>
          </div>
          <InviteUser places={places} canMakeOwners={viewer.scopes.includes('admin')} />
        </div>
        <UsersTable rows={users.nodes} places={places} viewer={viewer} />
        {users.pageInfo.hasNextPage && <p className={classes.more}>{t('more', { count: users.totalCount })}</p>}
      </Surface>
      {open.length > 0 && (
        <Surface title={t('openTitle')} titleId="open-invitations" isFlush>
          <InvitationsTable rows={open} />
        </Surface>
      )}
    </div>
  );
}
