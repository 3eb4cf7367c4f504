import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoorPanel } from '../../../features/auth/door-panel';
import { ResetPassword } from '../../../features/auth/reset-password';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('door'))('resetTitle'), referrer: 'no-referrer' };
}

export default async function Page() {
  const t = await getTranslations('door');
  return (
    <DoorPanel title={t('resetTitle')} lead={t('resetLead')}>
      <ResetPassword />
    </DoorPanel>
  );
}
