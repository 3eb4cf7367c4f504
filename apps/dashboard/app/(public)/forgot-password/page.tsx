import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoorPanel } from '../../../features/auth/door-panel';
import { ForgotPassword } from '../../../features/auth/forgot-password';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('door'))('forgotTitle'), referrer: 'no-referrer' };
}

export default async function Page() {
  const t = await getTranslations('door');
  return (
    <DoorPanel title={t('forgotTitle')} lead={t('forgotLead')}>
      <ForgotPassword />
    </DoorPanel>
  );
}
