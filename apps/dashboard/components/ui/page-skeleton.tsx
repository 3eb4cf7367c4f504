import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** The outline of a page whose data is on its way. */
export function PageSkeleton() {
  const t = useTranslations('common');
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton height={34} width="13rem" radius="md" />
      <Skeleton height={16} width="20rem" maw="80%" mt="sm" radius="md" />
      <Skeleton height={360} mt={32} radius="lg" />
    </div>
  );
}
