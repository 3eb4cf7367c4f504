'use client';

import type { TimelineKind } from '@rollcall/contracts';
import {
  IconBeach,
  IconCalendarTime,
  IconClock,
  IconFaceId,
  IconFileCheck,
  IconPencil,
  IconUserEdit,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '../../components/ui/moment';
import type { TimelineLineFragment } from '../../gql/graphql';
import classes from './person-history.module.css';
import { TimelineText } from './timeline-text';

const ICONS: Readonly<Record<TimelineKind, ReactNode>> = {
  MARK: <IconClock size={16} />,
  CORRECTION: <IconPencil size={16} />,
  LEAVE: <IconBeach size={16} />,
  SHIFT: <IconCalendarTime size={16} />,
  FACE: <IconFaceId size={16} />,
  CONSENT: <IconFileCheck size={16} />,
  RECORD: <IconUserEdit size={16} />,
};

interface TimelineRowProps {
  readonly entry: TimelineLineFragment;
  readonly employeeId: string;
}

export function TimelineRow({ entry, employeeId }: TimelineRowProps) {
  const t = useTranslations('timeline');
  const { at, kind, mark, actor } = entry;
  return (
    <li className={classes.entry} data-kind={kind}>
      <span className={classes.icon} aria-hidden="true">
        {ICONS[kind]}
      </span>
      <span className={classes.what}>
        <TimelineText entry={entry} employeeId={employeeId} />
        {actor?.name && (
          <span className={classes.sub}>{t.rich('by', { name: () => <bdi key="name">{actor.name}</bdi> })}</span>
        )}
      </span>
      <span className={classes.when}>
        <Moment at={at} style="dateTime" timeZone={mark?.timeZone} />
      </span>
    </li>
  );
}
