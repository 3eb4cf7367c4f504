import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ComparePage } from '../../../features/comparison/compare-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('comparison'))('title') };
}

export default function Page() {
  return <ComparePage />;
}
