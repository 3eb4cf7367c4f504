'use client';

import { Checkbox, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type Role, SECOND_FACTOR_ROLES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';

interface SecondFactorValues {
  readonly secondFactorRoles: Role[];
  readonly isSecondFactorBySingleSignOn: boolean;
}

interface SecondFactorFieldsProps<Values extends SecondFactorValues> {
  readonly form: UseFormReturnType<Values>;
}

/** Of whom more than a password is asked. */
export function SecondFactorFields<Values extends SecondFactorValues>({ form }: SecondFactorFieldsProps<Values>) {
  const t = useTranslations();
  return (
    <>
      <Checkbox.Group
        label={t('organisation.secondFactor')}
        description={t('organisation.secondFactorHint')}
        {...form.getInputProps('secondFactorRoles')}
      >
        <Stack gap={9} mt="xs">
          {SECOND_FACTOR_ROLES.map((role) => (
            <Checkbox key={role} value={role} label={t(`role.${role}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {form.values.secondFactorRoles.length > 0 && (
        <Checkbox
          label={t('organisation.secondFactorBySso')}
          description={t('organisation.secondFactorBySsoHint')}
          {...form.getInputProps('isSecondFactorBySingleSignOn', { type: 'checkbox' })}
        />
      )}
    </>
  );
}
