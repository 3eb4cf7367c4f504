import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LeavePage } from '../../../features/leave/leave-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leave'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <LeavePage params={await searchParams} />;
}
