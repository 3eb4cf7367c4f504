'use client';

import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowMerge,
  IconCalendarPause,
  IconDots,
  IconLockMinus,
  IconPassword,
  IconUserOff,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionMenu, type MenuChoice } from '../../components/ui/action-menu';
import { LinkButton } from '../../components/ui/link-button';
import type { EmployeeProfileFragment } from '../../gql/graphql';
import { EraseEmployee } from '../erasure/erase-employee';
import { DeactivateEmployee } from './deactivate-employee';
import { EditEmployee } from './edit-employee';
import { EditServiceBreaks } from './edit-service-breaks';
import type { FormChoices } from './form-choices';
import { MergeEmployee } from './merge-employee';
import { ReactivateEmployee } from './reactivate-employee';
import { RemovePin } from './remove-pin';
import { SetPin } from './set-pin';

type Doing = 'EDIT' | 'SET_PIN' | 'REMOVE_PIN' | 'MERGE' | 'BREAKS' | 'LEAVE' | 'RETURN' | 'ERASE';

interface ProfileActionsProps {
  readonly employee: EmployeeProfileFragment;
  readonly choices: FormChoices;
  readonly scopes: readonly string[];
}

export function ProfileActions({ employee, choices, scopes }: ProfileActionsProps) {
  const t = useTranslations('employee');
  const [doing, setDoing] = useState<Doing | null>(null);
  const canWrite = scopes.includes('employees:write') && employee.status !== 'ERASED';
  const canVerify = scopes.includes('faces:verify') && employee.faceStatus === 'ENROLLED';
  const canErase = scopes.includes('admin') && employee.status === 'INACTIVE' && employee.mergedInto == null;
  const dialog = (what: Doing) => ({ isOpen: doing === what, onClose: () => setDoing(null) });
  return (
    <>
      {canVerify && (
        <LinkButton variant="default" href={`/verify?number=${encodeURIComponent(employee.number)}`}>
          {t('verifyFace')}
        </LinkButton>
      )}
      {canWrite && (
        <>
          <Button variant="default" onClick={() => setDoing('EDIT')}>
            {t('edit')}
          </Button>
          {employee.status === 'ACTIVE' && <MoreActions hasPin={employee.hasPin === true} onDo={setDoing} />}
          {employee.status === 'INACTIVE' && employee.mergedInto == null && (
            <Button variant="default" onClick={() => setDoing('RETURN')}>
              {t('reactivate')}
            </Button>
          )}
          {canErase && (
            <Button variant="default" onClick={() => setDoing('ERASE')}>
              {t('erase')}
            </Button>
          )}
          <EditEmployee employee={employee} choices={choices} {...dialog('EDIT')} />
          <SetPin employee={employee} {...dialog('SET_PIN')} />
          <RemovePin employee={employee} {...dialog('REMOVE_PIN')} />
          <MergeEmployee employee={employee} {...dialog('MERGE')} />
          <EditServiceBreaks key={employee.version} employee={employee} {...dialog('BREAKS')} />
          <EraseEmployee employee={employee} {...dialog('ERASE')} />
          <ReactivateEmployee employee={employee} {...dialog('RETURN')} />
          <DeactivateEmployee employee={employee} {...dialog('LEAVE')} />
        </>
      )}
    </>
  );
}

function MoreActions({ hasPin, onDo }: { readonly hasPin: boolean; readonly onDo: (what: Doing) => void }) {
  const t = useTranslations('employee');
  const choice = (id: Doing, label: string, Icon: typeof IconDots): MenuChoice => ({
    ...{ id, label },
    icon: <Icon size={17} aria-hidden />,
    onSelect: () => onDo(id),
  });
  return (
    <ActionMenu
      width={240}
      trigger={
        <ActionIcon variant="default" size={36} aria-label={t('moreActions')}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      }
      choices={[
        choice('SET_PIN', t('setPin'), IconPassword),
        ...(hasPin ? [choice('REMOVE_PIN', t('removePin'), IconLockMinus)] : []),
        choice('MERGE', t('merge'), IconArrowMerge),
        choice('BREAKS', t('serviceBreaks'), IconCalendarPause),
        choice('LEAVE', t('deactivate'), IconUserOff),
      ]}
    />
  );
}
