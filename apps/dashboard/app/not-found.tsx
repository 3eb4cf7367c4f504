import { IconMapQuestion } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../components/ui/empty-state';
import { LinkButton } from '../components/ui/link-button';
import { PublicFrame } from '../features/landing/public-frame';

export default async function NotFound() {
  const t = await getTranslations('errorPage');
  return (
    <PublicFrame>
      <EmptyState
        icon={<IconMapQuestion size={22} />}
        title={t('notFoundTitle')}
        titleAs="h1"
        text={t('notFoundText')}
        action={<LinkButton href="/">{t('toStart')}</LinkButton>}
      />
    </PublicFrame>
  );
}
