'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import type { InviteUserMutation } from '../../gql/graphql';
import type { Places } from './access-values';
import { InvitationLink } from './invitation-link';
import { InviteForm } from './invite-form';

interface InviteUserProps {
  readonly places: Places;
  readonly canMakeOwners: boolean;
}

/** Asks somebody in. The link is shown once, for whoever has no mail server. */
export function InviteUser({ places, canMakeOwners }: InviteUserProps) {
  const t = useTranslations('access');
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [sent, setSent] = useState<InviteUserMutation['inviteUser'] | null>(null);

  function close() {
    dialog.close();
    if (sent === null) return;
    setSent(null);
    router.refresh();
  }

  return (
    <>
      <Button leftSection={<IconUserPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('invite')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={sent === null ? t('invite') : t('invited')}>
        {sent === null ? (
          <InviteForm places={places} canMakeOwners={canMakeOwners} onSent={setSent} onCancel={close} />
        ) : (
          <InvitationLink sent={sent} onDone={close} />
        )}
      </Dialog>
    </>
  );
}
