import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DayPage } from '../../../../../features/day/day-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('day'))('summary') };
}

interface PageProps {
  readonly params: Promise<{ readonly employeeId: string; readonly date: string }>;
}

export default async function Page({ params }: PageProps) {
  return <DayPage {...(await params)} />;
}
