import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpPage } from '../../../features/help/help-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help'))('title') };
}

export default function Page() {
  return <HelpPage />;
}
