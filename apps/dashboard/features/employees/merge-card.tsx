'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Surface } from '../../components/ui/surface';
import type { EmployeeProfileFragment } from '../../gql/graphql';
import classes from './profile.module.css';
import { type MergedRecord, UnmergeEmployee } from './unmerge-employee';

interface MergeCardProps {
  readonly employee: EmployeeProfileFragment;
  readonly canWrite: boolean;
}

/** The other records of this person; nothing at all for people with one. */
export function MergeCard({ employee, canWrite }: MergeCardProps) {
  const t = useTranslations('merge');
  const [isOpen, dialog] = useDisclosure(false);
  const [chosen, choose] = useState<MergedRecord | null>(null);
  const { mergedInto, mergedFrom } = employee;
  const records = mergedFrom ?? [];
  if (!mergedInto && records.length === 0) return null;
  return (
    <Surface title={t('title')} titleId="records">
      {mergedInto && (
        <p className={classes.note}>
          {t.rich('into', {
            person: () => (
              <Link href={`/employees/${mergedInto.id}`}>{`${mergedInto.name} (${mergedInto.number})`}</Link>
            ),
          })}
        </p>
      )}
      {records.map((record) => (
        <div key={record.id} className={classes.record}>
          <span>
            {t.rich('from', {
              person: () => <Link href={`/employees/${record.id}`}>{`${record.name} (${record.number})`}</Link>,
            })}
          </span>
          {canWrite && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('undoNamed', { number: record.number })}
              onClick={() => {
                choose(record);
                dialog.open();
              }}
            >
              {t('undo')}
            </Button>
          )}
        </div>
      ))}
      <UnmergeEmployee record={chosen} isOpen={isOpen} onClose={dialog.close} />
    </Surface>
  );
}
