import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PolicyPage } from '../../../../features/rules/policy-page';
import type { SearchParams } from '../../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') };
}

interface PageProps {
  readonly params: Promise<{ policyId: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function Page({ params, searchParams }: PageProps) {
  return <PolicyPage policyId={(await params).policyId} params={await searchParams} />;
}
