import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { requireViewer } from '../auth/require-viewer';
import { MarkDesk } from './mark-desk';
import classes from './mark-desk.module.css';

export async function MarkPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('mark');
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <MarkDesk isLivenessRequired={signedIn.data.viewer.isLivenessRequired} />
    </div>
  );
}
