import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HolidaysPage } from '../../../features/holidays/holidays-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('holidays'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <HolidaysPage params={await searchParams} />;
}
