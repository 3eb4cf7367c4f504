import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { PublicFrame } from '../../features/landing/public-frame';

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return (
    <NextIntlClientProvider>
      <PublicFrame>{children}</PublicFrame>
    </NextIntlClientProvider>
  );
}
