import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** Stands where a sheet of the profile is on its way. */
export function CardSkeleton({ height }: { readonly height: number }) {
  const t = useTranslations('common');
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton height={height} radius="lg" />
    </div>
  );
}
