import { IconMapPinOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { SitesPageDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AddSite } from './add-site';
import { DepartmentsSection } from './departments-section';
import classes from './sites.module.css';
import { SitesTable } from './sites-table';

/** Where people work, and from where they may mark. */
export async function SitesPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('sites');
  const result = await serverQuery(SitesPageDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const openFirst = (a: { isArchived: boolean }, b: { isArchived: boolean }) =>
    Number(a.isArchived) - Number(b.isArchived);
  const sites = result.data.sites.toSorted(openFirst);
  const departments = result.data.departments.toSorted(openFirst);
  const canEdit = may(signedIn.data.viewer, 'employees:write');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={canEdit && <AddSite timeZone={signedIn.data.timeZone} />}
      />
      <div className={classes.sheets}>
        <Surface isFlush>
          {sites.length === 0 ? (
            <EmptyState icon={<IconMapPinOff size={22} />} title={t('empty')} text={t('emptyText')} />
          ) : (
            <SitesTable rows={sites} canEdit={canEdit} />
          )}
        </Surface>
        <DepartmentsSection departments={departments} canEdit={canEdit} />
      </div>
    </>
  );
}
