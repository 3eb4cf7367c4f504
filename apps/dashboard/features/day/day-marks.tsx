'use client';

import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconPhoto, IconUserQuestion } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import type { DayVerdictFragment } from '../../gql/graphql';
import classes from './day.module.css';
import { TakeBack } from './take-back';

const DisputeMark = dynamic(() => import('./dispute-mark').then((module) => module.DisputeMark), { ssr: false });
const MarkPhoto = dynamic(() => import('../evidence/mark-photo').then((module) => module.MarkPhoto), { ssr: false });

type DayMark = DayVerdictFragment['marks'][number];
type RoleKey = Parameters<ReturnType<typeof useTranslations<'markRole'>>>[0];

interface DayMarksProps {
  readonly marks: readonly DayMark[];
  readonly timeZone: string;
  readonly employee: { readonly id: string; readonly name: string };
  readonly canManage: boolean;
  readonly photos: Readonly<Record<string, string>>;
}

export function DayMarks({ marks, timeZone, employee, canManage, photos }: DayMarksProps) {
  const t = useTranslations();
  const [chosen, choose] = useState<DayMark | null>(null);
  const [doubted, doubt] = useState<DayMark | null>(null);
  const [seen, look] = useState<DayMark | null>(null);
  if (marks.length === 0) return <p className={classes.hint}>{t('day.noMarks')}</p>;
  return (
    <>
      <ul className={classes.marks}>
        {marks.map((mark) => (
          <li key={mark.eventId} className={classes.mark}>
            <strong className="tabular">
              <Moment at={mark.at} style="timeWithSeconds" timeZone={timeZone} />
            </strong>
            <span>{t.has(`markRole.${mark.role as RoleKey}`) ? t(`markRole.${mark.role as RoleKey}`) : mark.role}</span>
            {mark.dispute && <Pill tone="warn">{t(`disputeStatus.${mark.dispute.status}`)}</Pill>}
            <span className={classes.actions}>
              {photos[mark.eventId] && (
                <ActionIcon variant="subtle" aria-label={t('evidence.show')} onClick={() => look(mark)}>
                  <IconPhoto size={18} aria-hidden="true" />
                </ActionIcon>
              )}
              {canManage && mark.dispute?.status !== 'OPEN' && (
                <ActionIcon variant="subtle" aria-label={t('dispute.open')} onClick={() => doubt(mark)}>
                  <IconUserQuestion size={18} aria-hidden="true" />
                </ActionIcon>
              )}
              {canManage && (
                <ActionIcon variant="subtle" aria-label={t('day.takeBack')} onClick={() => choose(mark)}>
                  <IconArrowBackUp size={18} aria-hidden="true" className="mirrored" />
                </ActionIcon>
              )}
            </span>
          </li>
        ))}
      </ul>
      <TakeBack mark={chosen} timeZone={timeZone} employeeId={employee.id} onClose={() => choose(null)} />
      {seen && (
        <MarkPhoto mark={seen} attemptId={photos[seen.eventId] ?? ''} timeZone={timeZone} onClose={() => look(null)} />
      )}
      {doubted && <DisputeMark mark={doubted} timeZone={timeZone} employee={employee} onClose={() => doubt(null)} />}
    </>
  );
}
