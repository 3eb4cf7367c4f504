import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MarkPage } from '../../../features/marking/mark-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mark'))('title') };
}

export default function Page() {
  return <MarkPage />;
}
