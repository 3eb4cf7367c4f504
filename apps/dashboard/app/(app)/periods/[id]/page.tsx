import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeltasPage } from '../../../../features/periods/deltas-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('periods'))('differencesTitle') };
}

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  return <DeltasPage periodId={(await params).id} />;
}
