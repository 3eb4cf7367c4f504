import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmployeesPage } from '../../../features/employees/employees-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employees'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <EmployeesPage params={await searchParams} />;
}
