import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AttendancePage } from '../../../features/attendance/attendance-page';
import type { SearchParams } from '../../../lib/navigation/page-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attendance'))('title') };
}

export default async function Page({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return <AttendancePage params={await searchParams} />;
}
