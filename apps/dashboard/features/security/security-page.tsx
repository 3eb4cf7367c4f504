import { Alert, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { Pill } from '../../components/ui/pill';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { SecondFactorDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { requireViewer } from '../auth/require-viewer';
import { OwnSessionsSection } from './own-sessions-section';
import { PasskeysSection } from './passkeys-section';
import { SecondFactorActions } from './second-factor-actions';
import classes from './security.module.css';

/** What somebody can do about the own sign-in. */
export async function SecurityPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('security');
  const result = await serverQuery(SecondFactorDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { isOn, recoveryCodesLeft } = result.data.secondFactor;
  const isHeldUp = result.data.viewer.mustSetUpSecondFactor;
  const state = <Pill tone={isOn ? 'good' : 'quiet'}>{t(isOn ? 'on' : 'off')}</Pill>;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="lg">
        {isHeldUp && (
          <Alert
            color="orange"
            variant="light"
            title={t('neededTitle')}
            icon={<IconShieldLock aria-hidden="true" />}
            role="status"
          >
            {t('neededText')}
          </Alert>
        )}
        <Surface title={t('factorTitle')} titleId="second-factor" actions={state}>
          <p className={classes.text}>{t('factorText')}</p>
          {isOn && <p className={classes.text}>{t('codesLeft', { count: recoveryCodesLeft })}</p>}
          <SecondFactorActions isOn={isOn} />
        </Surface>
        <PasskeysSection />
        {!isHeldUp && <OwnSessionsSection userId={result.data.viewer.id} />}
      </Stack>
    </>
  );
}
