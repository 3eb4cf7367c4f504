import { useTranslations } from 'next-intl';
import { Pill } from '../../components/ui/pill';
import type { AuditLineFragment } from '../../gql/graphql';

/** Whether what was tried was done. */
export function AuditOutcomePill({ outcome }: Pick<AuditLineFragment, 'outcome'>) {
  const t = useTranslations('audit');
  return outcome === 'DONE' ? <Pill tone="quiet">{t('done')}</Pill> : <Pill tone="warn">{t('refused')}</Pill>;
}
