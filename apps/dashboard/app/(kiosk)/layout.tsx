import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { KIOSK_TEXTS, pickTexts } from '../../i18n/kiosk-texts';

/** With the texts of the kiosk alone. */
export default async function KioskLayout({ children }: { readonly children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={pickTexts(await getMessages(), KIOSK_TEXTS)}>{children}</NextIntlClientProvider>
  );
}
