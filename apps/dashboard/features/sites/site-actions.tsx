'use client';

import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconArchiveOff, IconDots, IconPencil } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ActionMenu } from '../../components/ui/action-menu';
import { ArchiveSiteDocument, RestoreSiteDocument, type SiteRowFragment } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';

interface SiteActionsProps {
  readonly site: SiteRowFragment;
  readonly onEdit: () => void;
}

/** What can be done with one site. A closed one takes nobody new; what was recorded there stays. */
export function SiteActions({ site: { id, version, name, isArchived }, onEdit }: SiteActionsProps) {
  const t = useTranslations();
  const router = useRouter();
  const archive = useOperation(ArchiveSiteDocument);
  const restore = useOperation(RestoreSiteDocument);

  async function toggle() {
    const result = await (isArchived ? restore : archive).send({ id, version });
    if (result.ok)
      notifications.show({ color: 'pine', message: t(isArchived ? 'sites.reopened' : 'sites.closed', { name }) });
    else {
      const message = result.problem === 'IN_USE' ? t('sites.inUse') : t(`error.${result.problem}`);
      notifications.show({ color: 'red', message });
    }
    router.refresh();
  }

  return (
    <ActionMenu
      width={200}
      trigger={
        <ActionIcon variant="subtle" color="gray" aria-label={t('sites.actions', { name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      }
      choices={[
        { id: 'edit', label: t('sites.edit'), icon: <IconPencil size={17} aria-hidden="true" />, onSelect: onEdit },
        {
          id: 'toggle',
          label: isArchived ? t('sites.reopen') : t('sites.close'),
          icon: isArchived ? <IconArchiveOff size={17} aria-hidden /> : <IconArchive size={17} aria-hidden />,
          onSelect: () => void toggle(),
        },
      ]}
    />
  );
}
