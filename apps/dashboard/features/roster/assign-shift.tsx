'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import type { RosterShiftFragment } from '../../gql/graphql';
import { AssignForm } from './assign-form';

interface AssignShiftProps {
  readonly shifts: readonly RosterShiftFragment[];
  /** `YYYY-MM-DD`, proposed. */
  readonly from: string;
}

export function AssignShift({ shifts, from }: AssignShiftProps) {
  const t = useTranslations('roster');
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<IconUserPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('assign')}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={t('assign')}>
        <AssignForm shifts={shifts} person={null} from={from} to="" onDone={dialog.close} onCancel={dialog.close} />
      </Dialog>
    </>
  );
}
