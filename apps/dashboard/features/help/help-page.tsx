import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { requireViewer } from '../auth/require-viewer';
import { HelpList } from './help-list';

export async function HelpPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('help');
  const { scopes } = signedIn.data.viewer;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <HelpList scopes={scopes} />
    </>
  );
}
