'use client';

import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ActionMenu } from '../../components/ui/action-menu';
import { RemoveShiftDocument, type ShiftRowFragment, UpdateShiftDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';

interface ShiftActionsProps {
  readonly shift: ShiftRowFragment;
  readonly onEdit: () => void;
}

/** What can be done with one shift. One that was ever planned can only be put aside. */
export function ShiftActions({ shift: { id, version, name, isArchived }, onEdit }: ShiftActionsProps) {
  const t = useTranslations();
  const router = useRouter();
  const update = useOperation(UpdateShiftDocument);
  const remove = useOperation(RemoveShiftDocument);

  async function run(sending: ReturnType<typeof update.send> | ReturnType<typeof remove.send>, done: string) {
    const result = await sending;
    if (result.ok) notifications.show({ color: 'pine', message: done });
    else {
      const message = result.problem === 'IN_USE' ? t('shifts.inUse') : t(`error.${result.problem}`);
      notifications.show({ color: 'red', message });
    }
    router.refresh();
  }

  return (
    <ActionMenu
      width={200}
      trigger={
        <ActionIcon variant="subtle" color="gray" aria-label={t('shifts.actions', { name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      }
      choices={[
        { id: 'edit', label: t('shifts.edit'), icon: <IconPencil size={17} aria-hidden="true" />, onSelect: onEdit },
        {
          id: 'archive',
          label: isArchived ? t('shifts.restore') : t('shifts.archive'),
          icon: isArchived ? <IconArchiveOff size={17} aria-hidden /> : <IconArchive size={17} aria-hidden />,
          onSelect: () =>
            void run(update.send({ input: { id, version, isArchived: !isArchived } }), t('shifts.saved', { name })),
        },
        {
          id: 'remove',
          label: t('shifts.remove'),
          icon: <IconTrash size={17} aria-hidden="true" />,
          onSelect: () => void run(remove.send({ id, version }), t('shifts.removed', { name })),
        },
      ]}
    />
  );
}
