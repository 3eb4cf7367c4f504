import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SitesPage } from '../../../features/sites/sites-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sites'))('title') };
}

export default function Page() {
  return <SitesPage />;
}
