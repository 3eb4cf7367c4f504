'use client';

import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { type AccessValues, offeredRoles, type Places } from './access-values';

interface AccessFieldsProps<Values extends AccessValues> {
  readonly form: UseFormReturnType<Values>;
  readonly places: Places;
  readonly canMakeOwners: boolean;
}

/** What somebody may do, in words, with what that role needs to know. */
export function AccessFields<Values extends AccessValues>({ form, places, canMakeOwners }: AccessFieldsProps<Values>) {
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
        <>
          <Text size="sm">{t('access.placesText')}</Text>
          <Checkbox.Group label={t('access.sites')} {...form.getInputProps('siteIds')}>
            <Choices of={places.sites} />
          </Checkbox.Group>
          {places.departments.length > 0 && (
            <Checkbox.Group label={t('access.departments')} {...form.getInputProps('departmentIds')}>
              <Choices of={places.departments} />
            </Checkbox.Group>
          )}
        </>
      )}
      {role === 'EMPLOYEE' && (
        <TextInput label={t('access.employeeNumber')} autoComplete="off" {...form.getInputProps('employeeNumber')} />
      )}
    </>
  );
}

function Choices({ of }: { readonly of: Places['sites'] }) {
  return (
    <Stack gap={9} mt="xs">
      {of.map(({ id, name }) => (
        <Checkbox key={id} value={id} label={<span dir="auto">{name}</span>} />
      ))}
    </Stack>
  );
}
