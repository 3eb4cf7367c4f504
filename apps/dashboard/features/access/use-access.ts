'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useClient } from 'urql';
import { EmployeeByNumberDocument } from '../../gql/graphql';
import type { AccessValues } from './access-values';

interface Access {
  readonly siteIds: string[];
  readonly departmentIds: string[];
  readonly employeeId: string | null;
}

/** Turns what was typed into what the API takes. Null: nobody has that employee number. */
export function useAccess(): (values: AccessValues) => Promise<Access | null> {
  const client = useClient();
  return useCallback(
    async ({ role, siteIds, departmentIds, employeeNumber }) => {
      const places = role === 'MANAGER' ? { siteIds, departmentIds } : { siteIds: [], departmentIds: [] };
      const access = { ...places, employeeId: null };
      if (role !== 'EMPLOYEE') return access;
      const { data } = await client.query(EmployeeByNumberDocument, { number: employeeNumber.trim() });
      const employeeId = data?.employee?.id;
      return employeeId === undefined ? null : { ...access, employeeId };
    },
    [client],
  );
}

/** What is missing for the role, in words. */
export function useAccessRules() {
  const t = useTranslations('access');
  return {
    siteIds: (siteIds: string[], { role, departmentIds }: AccessValues) =>
      role === 'MANAGER' && siteIds.length + departmentIds.length === 0 ? t('sitesNeeded') : null,
    employeeNumber: (number: string, { role }: AccessValues) =>
      role === 'EMPLOYEE' && number.trim() === '' ? t('employeeNeeded') : null,
  };
}
