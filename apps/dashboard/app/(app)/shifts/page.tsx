import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ShiftsPage } from '../../../features/shifts/shifts-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shifts'))('title') };
}

export default function Page() {
  return <ShiftsPage />;
}
