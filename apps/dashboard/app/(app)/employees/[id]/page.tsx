import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProfilePage } from '../../../../features/employees/profile-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employees'))('title') };
}

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  return <ProfilePage id={(await params).id} />;
}
