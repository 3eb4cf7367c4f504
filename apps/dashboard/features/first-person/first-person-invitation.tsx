import { IconFaceId } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../components/ui/empty-state';
import { LinkButton } from '../../components/ui/link-button';
import { Surface } from '../../components/ui/surface';

/** On the overview while nobody is there yet. */
export function FirstPersonInvitation() {
  const t = useTranslations('firstPerson');
  return (
    <Surface>
      <EmptyState
        icon={<IconFaceId size={22} />}
        title={t('invitation')}
        action={<LinkButton href="/start">{t('begin')}</LinkButton>}
      />
    </Surface>
  );
}
