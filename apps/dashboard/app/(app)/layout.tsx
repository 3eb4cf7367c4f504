import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ProblemState } from '../../components/ui/problem-state';
import { requireViewer } from '../../features/auth/require-viewer';
import { AppFrame } from '../../features/shell/app-frame';
import { WeekStartProvider } from '../../lib/time/week-start';

/** Every page below is for people who are signed in; the others are sent to the sign-in page. */
export default async function AppLayout({ children }: { readonly children: ReactNode }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) {
    return (
      <NextIntlClientProvider>
        <main>
          <ProblemState problem={signedIn.problem} />
        </main>
      </NextIntlClientProvider>
    );
  }
  const { viewer, timeZone } = signedIn.data;
  const t = await getTranslations('role');
  const [role] = viewer.roles;
  return (
    <NextIntlClientProvider timeZone={timeZone}>
      <WeekStartProvider weekStartsOn={viewer.weekStartsOn}>
        <AppFrame name={viewer.name} detail={role ? t(role) : (viewer.email ?? '')} scopes={viewer.scopes}>
          {children}
        </AppFrame>
      </WeekStartProvider>
    </NextIntlClientProvider>
  );
}
