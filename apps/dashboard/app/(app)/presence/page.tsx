import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PresencePage } from '../../../features/presence/presence-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('presence'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <PresencePage params={await searchParams} />;
}
