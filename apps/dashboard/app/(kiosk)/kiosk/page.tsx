import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KioskApp } from '../../../features/kiosk/kiosk-app';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kiosk'))('title'), referrer: 'no-referrer' };
}

/** No session: a device shows who it is by its key. */
export default function Page() {
  return <KioskApp />;
}
