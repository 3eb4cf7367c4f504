import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { singleSignOnFailure } from '../../../features/auth/auth-requests';
import { SignInPanel } from '../../../features/auth/sign-in-panel';
import { SetupStatusDocument, ViewerDocument } from '../../../gql/graphql';
import { publicServerQuery } from '../../../lib/graphql/server-query';
import { readText, type SearchParams } from '../../../lib/navigation/page-params';
import { safeReturnPath } from '../../../lib/navigation/return-path';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const params = await searchParams;
  const returnPath = safeReturnPath(readText(params.next, 2000));
  const [viewer, setup] = await Promise.all([
    publicServerQuery(ViewerDocument, {}),
    publicServerQuery(SetupStatusDocument, {}),
  ]);
  if (viewer.ok) redirect(returnPath);
  return (
    <SignInPanel
      returnPath={returnPath}
      hasOwner={!setup.ok || setup.data.setupStatus.hasOwner}
      singleSignOn={setup.ok ? (setup.data.setupStatus.singleSignOn ?? null) : null}
      failure={singleSignOnFailure(readText(params.sso, 20), readText(params.error, 100))}
    />
  );
}
