import { IconMapQuestion } from '@tabler/icons-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../components/ui/empty-state';

/** Plain on purpose: what stands here is loaded with every page. */
export default async function NotFound() {
  const t = await getTranslations('errorPage');
  return (
    <main>
      <EmptyState
        icon={<IconMapQuestion size={22} />}
        title={t('notFoundTitle')}
        titleAs="h1"
        text={t('notFoundText')}
        action={<Link href="/">{t('toStart')}</Link>}
      />
    </main>
  );
}
