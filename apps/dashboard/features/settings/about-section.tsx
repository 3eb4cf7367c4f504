import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Facts } from '../../components/ui/facts';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { isExplorerOn } from '../../env';
import { AboutDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { isAnswerable } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';

export async function AboutSection() {
  const t = await getTranslations('settings');
  const result = await serverQuery(AboutDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { setupStatus, health } = result.data;
  const signedIn = await requireViewer();
  const isExplorer = isExplorerOn() && signedIn.ok && isAnswerable(signedIn.data.viewer);
  const explorer = await getTranslations('explorer');
  return (
    <Surface
      title={t('aboutTitle')}
      titleId="about"
      actions={isExplorer && <Link href="/explorer">{explorer('title')}</Link>}
    >
      <Facts
        facts={[
          { label: t('aboutOrganisation'), value: setupStatus.organisationName },
          { label: t('aboutVersion'), value: setupStatus.version },
          { label: t('aboutStatus'), value: health.status === 'ok' ? t('aboutOk') : health.status },
          { label: t('aboutEngine'), value: health.engine },
          { label: t('aboutPack'), value: health.pack },
          { label: t('aboutModel'), value: health.modelId },
        ]}
      />
    </Surface>
  );
}
