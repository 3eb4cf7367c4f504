'use client';

import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Moment } from '../../components/ui/moment';
import type { OffShiftMarkFragment } from '../../gql/graphql';
import classes from './day.module.css';
import { OffShiftReason } from './off-shift-reason';
import { TakeBack } from './take-back';

interface OffShiftMarksProps {
  readonly marks: readonly OffShiftMarkFragment[];
  readonly employeeId: string;
  readonly canManage: boolean;
}

/** Marks of the date that lie outside every shift: kept, and counted for no day. */
export function OffShiftMarks({ marks, employeeId, canManage }: OffShiftMarksProps) {
  const t = useTranslations();
  const [chosen, choose] = useState<OffShiftMarkFragment | null>(null);
  const mark = chosen && { eventId: chosen.id, at: chosen.at };
  return (
    <>
      <p className={classes.hint}>{t('offShift.text')}</p>
      <ul className={classes.marks}>
        {marks.map((one) => (
          <li key={one.id} className={classes.mark}>
            <strong className="tabular">
              <Moment at={one.at} style="timeWithSeconds" timeZone={one.timeZone} />
            </strong>
            <span>
              <OffShiftReason reason={one.reason} />
            </span>
            {canManage && (
              <span className={classes.actions}>
                <ActionIcon variant="subtle" aria-label={t('day.takeBack')} onClick={() => choose(one)}>
                  <IconArrowBackUp size={18} aria-hidden="true" className="mirrored" />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ul>
      <TakeBack mark={mark} timeZone={chosen?.timeZone ?? 'UTC'} employeeId={employeeId} onClose={() => choose(null)} />
    </>
  );
}
