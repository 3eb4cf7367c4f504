import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditPage } from '../../../features/audit/audit-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <AuditPage params={await searchParams} />;
}
