import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifyPage } from '../../../features/verification/verify-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <VerifyPage params={await searchParams} />;
}
