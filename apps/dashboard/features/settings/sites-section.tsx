import { IconMapPinOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { Facts } from '../../components/ui/facts';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { SitesDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import classes from './settings.module.css';

export async function SitesSection() {
  const t = await getTranslations('settings');
  const result = await serverQuery(SitesDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { sites } = result.data;
  return (
    <Surface title={t('sitesTitle')} titleId="sites">
      <p className={classes.intro}>{t('sitesText')}</p>
      {sites.length === 0 ? (
        <EmptyState icon={<IconMapPinOff size={22} />} title={t('sitesEmpty')} />
      ) : (
        <Facts facts={sites.map(({ name, timeZone }) => ({ label: name, value: timeZone }))} />
      )}
    </Surface>
  );
}
