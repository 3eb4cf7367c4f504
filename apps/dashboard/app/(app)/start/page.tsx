import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FirstPersonPage } from '../../../features/first-person/first-person-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('firstPerson'))('title') };
}

export default function Page() {
  return <FirstPersonPage />;
}
