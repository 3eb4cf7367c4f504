import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RosterPage } from '../../../features/roster/roster-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <RosterPage params={await searchParams} />;
}
