import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PrivacyNotice } from '../../../features/landing/privacy-notice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title') };
}

export default function PrivacyPage() {
  return <PrivacyNotice />;
}
