import { IconGavel } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { RulesDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AddPolicy } from './add-policy';
import { groupPolicies } from './load-rules';
import { RulesTable } from './rules-table';

/** The policies that days are judged by. */
export async function RulesPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('rules');
  const result = await serverQuery(RulesDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const policies = groupPolicies(result.data);
  const canEdit = may(signedIn.data.viewer, 'employees:write');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={canEdit && <AddPolicy />} />
      <Surface isFlush>
        {policies.length === 0 ? (
          <EmptyState icon={<IconGavel size={22} />} title={t('empty')} text={t('emptyText')} />
        ) : (
          <RulesTable rows={policies} />
        )}
      </Surface>
    </>
  );
}
