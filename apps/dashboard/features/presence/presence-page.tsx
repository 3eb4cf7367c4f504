import { IconDoor } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { AutoRefresh } from '../../components/ui/auto-refresh';
import { EmptyState } from '../../components/ui/empty-state';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterSelect } from '../../components/ui/filter-select';
import { Moment } from '../../components/ui/moment';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { EvacuationDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { readText, type SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { LivePresenceRefresh } from '../live/live-refresh';
import classes from './presence.module.css';
import { PresenceTable } from './presence-table';
import { PrintButton } from './print-button';
import { VouchMark } from './vouch-mark';

/** Who is in at this moment: a headcount to look at, and a list to print for an evacuation. */
export async function PresencePage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { sites } = signedIn.data;
  const t = await getTranslations('presence');
  const siteId = readText(params.site);
  const result = await serverQuery(EvacuationDocument, { siteId });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { asOf, sites: groups } = result.data.evacuationList;
  const rows = groups.flatMap(({ people, siteId: id, siteName: name }) =>
    people.map((person) => ({ ...person, siteId: id ?? null, siteName: name ?? null })),
  );
  const sum = (field: 'inCount' | 'onBreakCount' | 'unsureCount') =>
    groups.reduce((total, group) => total + group[field], 0);
  const siteName = sites.find(({ id }) => id === siteId)?.name;
  const counts = [
    { label: t('in'), count: sum('inCount'), state: 'IN' },
    { label: t('onBreak'), count: sum('onBreakCount'), state: 'ON_BREAK' },
    { label: t('unsure'), count: sum('unsureCount'), state: 'UNSURE' },
  ];
  return (
    <>
      <AutoRefresh />
      <LivePresenceRefresh siteId={siteId} />
      <PageHeader
        title={t('title')}
        lead={
          <>
            {siteName && <bdi>{siteName} · </bdi>}
            {t('asOf')} <Moment at={asOf} style="dateTime" />
          </>
        }
        actions={
          <>
            {may(signedIn.data.viewer, 'attendance:manage') && <VouchMark />}
            {rows.length > 0 && <PrintButton />}
          </>
        }
      />
      <dl className={classes.counts}>
        {counts.map(({ label, count, state }) => (
          <div key={state} data-state={state}>
            <dt>{label}</dt>
            <dd className="tabular">{count}</dd>
          </div>
        ))}
      </dl>
      <Surface isFlush>
        {sites.length > 1 && (
          <div className={classes.filters}>
            <FilterBar label={t('site')}>
              <FilterSelect
                name="site"
                label={t('site')}
                options={sites.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FilterBar>
          </div>
        )}
        {rows.length === 0 ? (
          <EmptyState icon={<IconDoor size={22} />} title={t('empty')} text={t('emptyText')} />
        ) : (
          <PresenceTable rows={rows} sites={sites} />
        )}
      </Surface>
    </>
  );
}
