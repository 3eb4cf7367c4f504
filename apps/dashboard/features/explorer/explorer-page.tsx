import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { isExplorerOn } from '../../env';
import { isAnswerable } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { ExplorerDesk } from './explorer-desk';

/** For owners and HR administrators, unless it is turned off; nobody else is told that it exists. */
export async function ExplorerPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  if (!isExplorerOn() || !isAnswerable(signedIn.data.viewer)) notFound();
  const t = await getTranslations('explorer');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ExplorerDesk />
    </>
  );
}
