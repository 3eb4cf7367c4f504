import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { requireViewer } from '../auth/require-viewer';
import { CompareDesk } from './compare-desk';

export async function ComparePage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('comparison');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <CompareDesk />
    </>
  );
}
