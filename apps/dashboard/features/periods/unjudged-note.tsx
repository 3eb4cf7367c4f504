'use client';

import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { RetroDeltasQuery } from '../../gql/graphql';

/** Of whom no difference can be told: an empty list of differences would sound as if there were none. */
export function UnjudgedNote({ people }: { readonly people: RetroDeltasQuery['retroUnjudged'] }) {
  const t = useTranslations('periods');
  if (people.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" mb="md" title={t('unjudged')} icon={<IconAlertTriangle aria-hidden="true" />}>
      {people.map(({ employeeId, name, number }, place) => (
        <span key={employeeId}>
          {place > 0 && ', '}
          <Link href={`/employees/${employeeId}`}>
            <bdi>{name}</bdi> ({number})
          </Link>
        </span>
      ))}
    </Alert>
  );
}
