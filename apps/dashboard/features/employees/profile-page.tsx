import { IconUserQuestion } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { EmployeeProfileDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import type { SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { ConsentCard } from '../consent/consent-card';
import { ErasureCard } from '../erasure/erasure-card';
import { CardSkeleton } from '../person-history/card-skeleton';
import { PersonHistory } from '../person-history/person-history';
import { ProfileDevices } from '../person-history/profile-devices';
import { openDepartments } from '../sites/load-departments';
import { FaceCard } from './face-card';
import { LevelCard } from './level-card';
import { LockoutCard } from './lockout-card';
import { MergeCard } from './merge-card';
import classes from './profile.module.css';
import { ProfileActions } from './profile-actions';
import { ProfileAttempts } from './profile-attempts';
import { ProfileDetails } from './profile-details';
import { ProfileDisputes } from './profile-disputes';
import { EmployeeStatusPill } from './status-pills';

interface ProfilePageProps {
  readonly id: string;
  readonly params: SearchParams;
}

export async function ProfilePage({ id, params }: ProfilePageProps) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { viewer, sites, timeZone } = signedIn.data;
  const t = await getTranslations('employee');
  const result = await serverQuery(EmployeeProfileDocument, {
    id,
    attempts: { employeeId: id },
    canSeeMarks: may(viewer, 'attendance:read'),
    canSeeAttempts: may(viewer, 'audit:read'),
    canSeePeople: may(viewer, 'employees:read'),
  });
  if (!result.ok && result.problem !== 'NOT_FOUND' && result.problem !== 'BAD_USER_INPUT') {
    return <ProblemState problem={result.problem} />;
  }
  const employee = result.ok ? result.data.employee : null;
  const back = { href: '/employees', label: t('backToList') };
  if (!result.ok || !employee) {
    return (
      <>
        <PageHeader title={t('notFoundTitle')} back={back} />
        <Surface>
          <EmptyState icon={<IconUserQuestion size={22} />} title={t('notFoundText')} />
        </Surface>
      </>
    );
  }
  const { customFields = [] } = result.data;
  const isErased = employee.status === 'ERASED';
  const canRegister = may(viewer, 'faces:write');
  const choices = { sites, departments: openDepartments(result.data.departments), customFields };
  return (
    <>
      <PageHeader
        title={isErased ? t('erasedTitle') : <span dir="auto">{employee.name}</span>}
        back={back}
        lead={
          <span className={classes.lead}>
            {t('numberLabel', { number: employee.number })}
            <EmployeeStatusPill status={employee.status} />
          </span>
        }
        actions={<ProfileActions employee={employee} choices={choices} scopes={viewer.scopes} />}
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {isErased && <ErasureCard employeeId={employee.id} />}
          <MergeCard employee={employee} canWrite={may(viewer, 'employees:write')} />
          {!isErased && (
            <>
              <LockoutCard employee={employee} canWrite={canRegister} />
              <FaceCard employee={employee} canWrite={canRegister} />
              <LevelCard
                employee={employee}
                canWrite={canRegister}
                isSuggested={(result.data.disputes?.nodes ?? []).some(({ status }) => status === 'UPHELD')}
              />
              <ConsentCard
                employee={employee}
                canWrite={canRegister}
                currentVersion={result.data.consentText.version}
              />
            </>
          )}
          <ProfileDetails employee={employee} sites={result.data.sites} fields={customFields} />
          {may(viewer, 'attendance:read') && (
            <Suspense fallback={<CardSkeleton height={140} />}>
              <ProfileDevices employeeId={employee.id} />
            </Suspense>
          )}
        </div>
        <div className={classes.stack}>
          <PersonHistory employee={employee} viewer={viewer} timeZone={timeZone} params={params} />
          {result.data.disputes && <ProfileDisputes disputes={result.data.disputes.nodes} employeeId={employee.id} />}
          {result.data.captureAttempts && (
            <ProfileAttempts attempts={result.data.captureAttempts.nodes} employeeId={employee.id} />
          )}
        </div>
      </div>
    </>
  );
}
