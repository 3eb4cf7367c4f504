'use client';

import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '../../components/ui/data-table';
import { LinkButton } from '../../components/ui/link-button';
import { Person } from '../../components/ui/person';
import { Pill } from '../../components/ui/pill';
import type { Recognition } from './load-recognition';
import classes from './recognition.module.css';
import { Share } from './share';

type Row = NonNullable<Recognition['registerAgain']>[number];

interface AgainTableProps {
  readonly rows: readonly Row[];
  /** Whether who looks may register faces. */
  readonly canRegister: boolean;
}

/** Whom to register again, with the way to it. */
export function AgainTable({ rows, canRegister }: AgainTableProps) {
  const t = useTranslations('recognition');
  const columns: Column<Row>[] = [
    {
      id: 'person',
      header: t('person'),
      cell: ({ employee: { id, name, number } }) => <Person name={name} number={number} href={`/employees/${id}`} />,
    },
    {
      id: 'reasons',
      header: t('why'),
      cell: ({ reasons, photoCount }) => (
        <span className={classes.reasons}>
          {reasons.map((reason) => (
            <Pill key={reason} tone={reason === 'FEW_PHOTOS' ? 'quiet' : 'warn'}>
              {reason === 'FEW_PHOTOS' ? t('again.FEW_PHOTOS', { count: photoCount ?? 0 }) : t(`again.${reason}`)}
            </Pill>
          ))}
        </span>
      ),
    },
    { id: 'nonMatches', header: t('nonMatches'), cell: ({ nonMatches }) => <Share share={nonMatches} /> },
  ];
  const action: Column<Row> = {
    id: 'register',
    header: t('todo'),
    isAtEnd: true,
    cell: ({ employee: { id, name } }) => (
      <LinkButton
        href={`/employees/${id}/register-face`}
        variant="default"
        size="compact-sm"
        aria-label={t('registerNamed', { name })}
      >
        {t('register')}
      </LinkButton>
    ),
  };
  return (
    <DataTable
      label={t('againTitle')}
      columns={canRegister ? [...columns, action] : columns}
      rows={rows}
      rowId={({ employee }) => employee.id}
    />
  );
}
