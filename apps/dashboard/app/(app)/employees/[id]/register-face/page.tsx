import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RegisterPage } from '../../../../../features/registration/register-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('title') };
}

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  return <RegisterPage id={(await params).id} />;
}
