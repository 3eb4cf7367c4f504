import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../components/ui/link-button';
import { Surface } from '../../components/ui/surface';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { loadRecognition } from '../recognition/load-recognition';
import { RecognitionStats } from '../recognition/recognition-stats';
import classes from './settings.module.css';

/** What all checks together refuse here: measured on the own people, with attack detection and poor photos. */
export async function TransactionSection() {
  const signedIn = await requireViewer();
  if (!signedIn.ok || !may(signedIn.data.viewer, 'attendance:read')) return null;
  const result = await loadRecognition({ days: '90' });
  if (!result.ok) return null;
  const t = await getTranslations('settings');
  const { figures } = result.data;
  return (
    <div className={classes.below}>
      <Surface title={t('transactionTitle')} titleId="transaction">
        <p className={classes.intro}>{t('transactionText')}</p>
        {figures.refused.total === 0 ? (
          <p className={classes.small}>{t('transactionNotMeasured')}</p>
        ) : (
          <RecognitionStats figures={figures} />
        )}
        <p className={classes.more}>
          <LinkButton href="/recognition?days=90" variant="default">
            {t('transactionLink')}
          </LinkButton>
        </p>
      </Surface>
    </div>
  );
}
