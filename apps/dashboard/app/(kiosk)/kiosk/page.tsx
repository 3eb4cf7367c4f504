import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { KioskApp } from '../../../features/kiosk/kiosk-app';
import { PAIRED_COOKIE } from '../../../features/kiosk/paired-cookie';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kiosk'))('title'), referrer: 'no-referrer' };
}

/** No session: a device shows who it is by its key. */
export default async function Page() {
  return <KioskApp wasPaired={(await cookies()).has(PAIRED_COOKIE)} />;
}
