import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecognitionPage } from '../../../features/recognition/recognition-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recognition'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <RecognitionPage params={await searchParams} />;
}
