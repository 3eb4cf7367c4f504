'use client';

import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { type PeriodInput, PeriodReadinessDocument, type PeriodReadinessQuery } from '../../gql/graphql';

type Readiness = PeriodReadinessQuery['periodReadiness'];

interface AskedReadiness {
  /** Null while it is not known, and if it could not be found out. */
  readonly readiness: Readiness | null;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
}

/** What is unresolved in a period, asked anew for other dates. */
export function usePeriodReadiness(input: PeriodInput, isPaused: boolean): AskedReadiness {
  const isRange = input.from !== '' && input.to !== '' && input.from <= input.to;
  const isIdle = isPaused || !isRange;
  const [{ data, fetching, stale }, ask] = useQuery({
    query: PeriodReadinessDocument,
    variables: { input },
    pause: isIdle,
    requestPolicy: 'network-only',
  });
  const isAsking = !isIdle && (fetching || stale);
  return {
    readiness: isIdle || isAsking ? null : (data?.periodReadiness ?? null),
    isAsking,
    askAgain: () => ask({ requestPolicy: 'network-only' }),
  };
}

/** Days that somebody should look at before they are locked; nothing if there are none. */
export function PeriodReadinessNote({ readiness }: { readonly readiness: Readiness }) {
  const t = useTranslations('periods');
  const { missingMarkCount, inProgressCount, provisionalCount } = readiness;
  if (missingMarkCount + inProgressCount + provisionalCount === 0) return null;
  return (
    <Alert
      role="status"
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('unresolvedTitle')}
    >
      <Stack gap={4}>
        {missingMarkCount > 0 && <Text size="sm">{t('missingMarks', { count: missingMarkCount })}</Text>}
        {inProgressCount > 0 && <Text size="sm">{t('inProgress', { count: inProgressCount })}</Text>}
        {provisionalCount > 0 && <Text size="sm">{t('provisional', { count: provisionalCount })}</Text>}
        <Text size="sm">{t('unresolvedText')}</Text>
      </Stack>
    </Alert>
  );
}
