'use client';

import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge, IconCalendarPause, IconDots, IconPassword, IconUserOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionMenu } from '../../components/ui/action-menu';
import { LinkButton } from '../../components/ui/link-button';
import type { EmployeeProfileFragment } from '../../gql/graphql';
import type { SiteSummary } from '../auth/require-viewer';
import { DeactivateEmployee } from './deactivate-employee';
import { EditEmployee } from './edit-employee';
import { EditServiceBreaks } from './edit-service-breaks';
import { MergeEmployee } from './merge-employee';
import { ReactivateEmployee } from './reactivate-employee';
import { SetPin } from './set-pin';

interface ProfileActionsProps {
  readonly employee: EmployeeProfileFragment;
  readonly sites: readonly SiteSummary[];
  readonly scopes: readonly string[];
}

export function ProfileActions({ employee, sites, scopes }: ProfileActionsProps) {
  const t = useTranslations('employee');
  const [isEditing, edit] = useDisclosure(false);
  const [isLeaving, leave] = useDisclosure(false);
  const [isSettingPin, settingPin] = useDisclosure(false);
  const [isReturning, returning] = useDisclosure(false);
  const [isMerging, merging] = useDisclosure(false);
  const [isPausing, pausing] = useDisclosure(false);
  const canWrite = scopes.includes('employees:write') && employee.status !== 'ERASED';
  const canVerify = scopes.includes('faces:verify') && employee.faceStatus === 'ENROLLED';
  return (
    <>
      {canVerify && (
        <LinkButton variant="default" href={`/verify?number=${encodeURIComponent(employee.number)}`}>
          {t('verifyFace')}
        </LinkButton>
      )}
      {canWrite && (
        <>
          <Button variant="default" onClick={edit.open}>
            {t('edit')}
          </Button>
          {employee.status === 'ACTIVE' && (
            <ActionMenu
              width={240}
              trigger={
                <ActionIcon variant="default" size={36} aria-label={t('moreActions')}>
                  <IconDots size={18} aria-hidden="true" />
                </ActionIcon>
              }
              choices={[
                {
                  id: 'pin',
                  label: t('setPin'),
                  icon: <IconPassword size={17} aria-hidden />,
                  onSelect: settingPin.open,
                },
                {
                  id: 'merge',
                  label: t('merge'),
                  icon: <IconArrowMerge size={17} aria-hidden />,
                  onSelect: merging.open,
                },
                {
                  id: 'breaks',
                  label: t('serviceBreaks'),
                  icon: <IconCalendarPause size={17} aria-hidden />,
                  onSelect: pausing.open,
                },
                {
                  id: 'leave',
                  label: t('deactivate'),
                  icon: <IconUserOff size={17} aria-hidden />,
                  onSelect: leave.open,
                },
              ]}
            />
          )}
          {employee.status === 'INACTIVE' && employee.mergedInto == null && (
            <Button variant="default" onClick={returning.open}>
              {t('reactivate')}
            </Button>
          )}
          <EditEmployee employee={employee} sites={sites} isOpen={isEditing} onClose={edit.close} />
          <SetPin employee={employee} isOpen={isSettingPin} onClose={settingPin.close} />
          <MergeEmployee employee={employee} isOpen={isMerging} onClose={merging.close} />
          <EditServiceBreaks key={employee.version} employee={employee} isOpen={isPausing} onClose={pausing.close} />
          <ReactivateEmployee employee={employee} isOpen={isReturning} onClose={returning.close} />
          <DeactivateEmployee employee={employee} isOpen={isLeaving} onClose={leave.close} />
        </>
      )}
    </>
  );
}
