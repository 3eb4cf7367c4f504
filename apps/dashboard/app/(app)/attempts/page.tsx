import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AttemptsPage } from '../../../features/attempts/attempts-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attempts'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <AttemptsPage params={await searchParams} />;
}
