'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import type { PickedPerson } from '../people/people-picker';
import { VouchForm } from './vouch-form';

interface VouchMarkProps {
  /** Left out: to be chosen. */
  readonly person?: PickedPerson;
}

/** Whoever is there and can show neither face nor PIN is marked by somebody who answers for it. */
export function VouchMark({ person }: VouchMarkProps) {
  const t = useTranslations('vouch');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconUserCheck size={18} aria-hidden="true" />} onClick={dialog.open}>
        {person ? t('openOne') : t('open')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={person ? t('titleOf', { name: person.name }) : t('open')}>
        <VouchForm person={person ?? null} onDone={dialog.close} />
      </Dialog>
    </>
  );
}
