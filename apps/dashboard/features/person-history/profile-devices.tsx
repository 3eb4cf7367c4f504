import { IconDeviceTablet } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { Moment } from '../../components/ui/moment';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { MarkingDevicesDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import classes from './person-history.module.css';

/** What the marks of a person came from, the latest first. */
export async function ProfileDevices({ employeeId }: { readonly employeeId: string }) {
  const t = await getTranslations();
  const result = await serverQuery(MarkingDevicesDocument, { employeeId });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { markingDevices } = result.data;
  return (
    <Surface title={t('markingDevices.title')} titleId="marking-devices" isFlush>
      {markingDevices.length === 0 ? (
        <EmptyState icon={<IconDeviceTablet size={22} />} title={t('markingDevices.empty')} />
      ) : (
        <ul className={classes.rows}>
          {markingDevices.map(({ source, deviceId, deviceName, markCount, lastAt, site }) => (
            <li key={`${source} ${deviceId}`}>
              <span className={classes.what}>
                {deviceName ? <bdi>{deviceName}</bdi> : t(`attendanceSource.${source}`)}
                <span className={classes.sub}>
                  {deviceName && <>{t(`attendanceSource.${source}`)} · </>}
                  {site && (
                    <>
                      <bdi>{site.name}</bdi>
                      {' · '}
                    </>
                  )}
                  {t('markingDevices.count', { count: markCount })}
                </span>
              </span>
              <span className={classes.when}>
                {t.rich('markingDevices.last', {
                  time: () => <Moment key="time" at={lastAt} style="dateTime" timeZone={site?.timeZone} />,
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Surface>
  );
}
