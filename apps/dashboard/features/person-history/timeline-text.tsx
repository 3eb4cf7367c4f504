'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CalendarDate } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import type { TimelineLineFragment } from '../../gql/graphql';
import { useAuditNames } from '../audit/use-audit-names';
import { DECISION_TONES } from '../leave/decision-tones';
import { LeaveDates } from '../leave/leave-dates';
import { LeaveKind } from '../leave/leave-kind';
import classes from './person-history.module.css';

interface TimelineTextProps {
  readonly entry: TimelineLineFragment;
  readonly employeeId: string;
}

/** What happened, in words; marks and corrections lead to their day. */
export function TimelineText({ entry, employeeId }: TimelineTextProps) {
  const { mark, correction, leave } = entry;
  if (mark) return <MarkText mark={mark} employeeId={employeeId} />;
  if (correction) return <CorrectionText correction={correction} employeeId={employeeId} />;
  if (leave) return <LeaveText leave={leave} />;
  return <ActionText entry={entry} />;
}

type Of<Key extends 'mark' | 'correction' | 'leave'> = { readonly [K in Key]: NonNullable<TimelineLineFragment[K]> };

function MarkText({ mark, employeeId }: Of<'mark'> & { readonly employeeId: string }) {
  const t = useTranslations();
  const { kind, source, assurance, localDate } = mark;
  return (
    <>
      <Link href={`/attendance/${employeeId}/${localDate}`} prefetch={false}>
        {kind === 'AUTO' ? t('timeline.mark') : t(`attendanceKind.${kind}`)}
      </Link>
      <span className={classes.sub}>
        {t(`assurance.${assurance}`)} · {t(`attendanceSource.${source}`)}
      </span>
    </>
  );
}

function CorrectionText({ correction, employeeId }: Of<'correction'> & { readonly employeeId: string }) {
  const t = useTranslations();
  const { action, status, reason, localDate } = correction;
  return (
    <>
      <span className={classes.line}>
        <Link href={`/attendance/${employeeId}/${localDate}`} prefetch={false}>
          {t(`timeline.correction.${action}`)}
        </Link>
        <Pill tone={DECISION_TONES[status]}>{t(`decisionStatus.${status}`)}</Pill>
      </span>
      <span className={classes.sub} dir="auto">
        {reason}
      </span>
    </>
  );
}

function LeaveText({ leave }: Of<'leave'>) {
  const t = useTranslations();
  return (
    <>
      <span className={classes.line}>
        <LeaveKind type={leave.leaveType} />
        <Pill tone={DECISION_TONES[leave.status]}>{t(`decisionStatus.${leave.status}`)}</Pill>
      </span>
      <span className={classes.sub}>
        <LeaveDates leave={leave} />
      </span>
    </>
  );
}

function ActionText({ entry: { action, shift, from, to } }: { readonly entry: TimelineLineFragment }) {
  const names = useAuditNames();
  const t = useTranslations('timeline');
  const end = to ? <CalendarDate date={to} /> : t('openEnded');
  return (
    <>
      <span>{names.action(action ?? '')}</span>
      {(shift || from) && (
        <span className={classes.sub}>
          {shift && <bdi>{shift.name}</bdi>}
          {shift && from && ' · '}
          {from && <CalendarDate date={from} />}
          {from && (action === 'SHIFT_MOVED' ? ' → ' : to !== from && ' – ')}
          {from && (action === 'SHIFT_MOVED' || to !== from) && end}
        </span>
      )}
    </>
  );
}
