import { getTranslations } from 'next-intl/server';
import { Facts } from '../../components/ui/facts';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { AboutDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';

export async function AboutSection() {
  const t = await getTranslations('settings');
  const result = await serverQuery(AboutDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { setupStatus, health } = result.data;
  return (
    <Surface title={t('aboutTitle')} titleId="about">
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
