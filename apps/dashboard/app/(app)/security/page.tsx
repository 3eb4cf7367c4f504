import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SecurityPage } from '../../../features/security/security-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('title') };
}

export default function Page() {
  return <SecurityPage />;
}
