import { Stack } from '@mantine/core';
import { getTranslations } from 'next-intl/server';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { OrganisationSettingsDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { OrganisationForm, PayCodesForm } from './tab-forms';

/** What holds for the whole organisation. */
export async function OrganisationSection() {
  const t = await getTranslations('organisation');
  const result = await serverQuery(OrganisationSettingsDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { settings, leaveTypes } = result.data;
  const tCodes = await getTranslations('payCodes');
  return (
    <Stack gap="lg">
      <Surface title={t('title')} titleId="organisation">
        <OrganisationForm settings={settings} />
      </Surface>
      <Surface title={tCodes('title')} titleId="pay-codes">
        <PayCodesForm settings={settings} leaveTypes={leaveTypes} />
      </Surface>
    </Stack>
  );
}
