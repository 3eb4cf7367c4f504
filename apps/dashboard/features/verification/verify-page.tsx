import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { readText, type SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { VerifyDesk } from './verify-desk';

export async function VerifyPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('verify');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <VerifyDesk
        initialNumber={readText(params.number) ?? ''}
        isLivenessRequired={signedIn.data.viewer.isLivenessRequired}
        canNamePeople={may(signedIn.data.viewer, 'employees:read')}
      />
    </>
  );
}
