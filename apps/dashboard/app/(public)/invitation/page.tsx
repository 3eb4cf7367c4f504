import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AcceptInvitation } from '../../../features/auth/accept-invitation';
import { DoorPanel } from '../../../features/auth/door-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('door'))('invitationTitle'), referrer: 'no-referrer' };
}

export default async function Page() {
  const t = await getTranslations('door');
  return (
    <DoorPanel title={t('invitationTitle')} lead={t('invitationLead')}>
      <AcceptInvitation />
    </DoorPanel>
  );
}
