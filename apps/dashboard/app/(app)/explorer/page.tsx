import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExplorerPage } from '../../../features/explorer/explorer-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explorer'))('title') };
}

export default function Page() {
  return <ExplorerPage />;
}
