import { getTranslations } from 'next-intl/server';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { NotificationSettingsDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import settings from '../settings/settings.module.css';
import { NotificationForm } from '../settings/tab-forms';

/** Who is told of what. */
export async function NotificationsSection() {
  const t = await getTranslations('notifications');
  const result = await serverQuery(NotificationSettingsDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { notificationSettings } = result.data;
  return (
    <Surface title={t('settingsTitle')} titleId="notifications">
      <p className={settings.intro}>{t('settingsText')}</p>
      <NotificationForm settings={notificationSettings} />
    </Surface>
  );
}
