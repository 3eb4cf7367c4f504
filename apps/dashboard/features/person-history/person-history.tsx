import { TIMELINE_KINDS } from '@rollcall/contracts';
import { Suspense } from 'react';
import type { EmployeeProfileFragment } from '../../gql/graphql';
import { readOneOf, type SearchParams } from '../../lib/navigation/page-params';
import { dateIn } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import type { Viewer } from '../auth/require-viewer';
import { CardSkeleton } from './card-skeleton';
import { ProfileLeave } from './profile-leave';
import { ProfileTimeline } from './profile-timeline';

interface PersonHistoryProps {
  readonly employee: EmployeeProfileFragment;
  readonly viewer: Viewer;
  /** IANA zone of the organisation, for people without a site. */
  readonly timeZone: string;
  readonly params: SearchParams;
}

/** Leave and timeline: each comes when it is loaded, and the profile does not wait for them. */
export function PersonHistory({ employee, viewer, timeZone, params }: PersonHistoryProps) {
  const { id, name, number, status, site } = employee;
  const canSeeMarks = may(viewer, 'attendance:read');
  const canManage = may(viewer, 'attendance:manage') && status === 'ACTIVE';
  const today = dateIn(site?.timeZone ?? timeZone, new Date());
  const kind = readOneOf(params.timeline, TIMELINE_KINDS);
  return (
    <>
      {canSeeMarks && status !== 'ERASED' && (
        <Suspense fallback={<CardSkeleton height={180} />}>
          <ProfileLeave person={{ id, name, number }} today={today} canManage={canManage} />
        </Suspense>
      )}
      {may(viewer, 'employees:read') && (
        <Suspense fallback={<CardSkeleton height={480} />}>
          <ProfileTimeline employeeId={id} kind={kind} />
        </Suspense>
      )}
    </>
  );
}
