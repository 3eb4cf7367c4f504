'use client';

import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { type AccessValues, offeredRoles } from './access-values';

interface AccessFieldsProps<Values extends AccessValues> {
  readonly form: UseFormReturnType<Values>;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly canMakeOwners: boolean;
}

/** What somebody may do, in words, with what that role needs to know. */
export function AccessFields<Values extends AccessValues>({ form, sites, canMakeOwners }: AccessFieldsProps<Values>) {
  const t = useTranslations();
  const { role } = form.values;
  return (
    <>
      <Stack gap={6}>
        <NativeSelect
          label={t('access.role')}
          data={offeredRoles(canMakeOwners).map((value) => ({ value, label: t(`role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <Text size="sm" c="dimmed">
          {t(`access.roleText.${role}`)}
        </Text>
      </Stack>
      {role === 'MANAGER' && (
        <Checkbox.Group label={t('access.sites')} {...form.getInputProps('siteIds')}>
          <Stack gap={9} mt="xs">
            {sites.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {role === 'EMPLOYEE' && (
        <TextInput label={t('access.employeeNumber')} autoComplete="off" {...form.getInputProps('employeeNumber')} />
      )}
    </>
  );
}
