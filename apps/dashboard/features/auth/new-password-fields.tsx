'use client';

import { PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';

export interface NewPassword {
  readonly password: string;
}

export function NewPasswordField<Values extends NewPassword>({ form }: { readonly form: UseFormReturnType<Values> }) {
  const t = useTranslations('door');
  return (
    <PasswordInput
      label={t('password')}
      description={t('passwordHint', { count: LIMITS.minPasswordLength })}
      autoComplete="new-password"
      maxLength={LIMITS.maxPasswordLength}
      size="md"
      key={form.key('password')}
      {...form.getInputProps('password')}
    />
  );
}

/** The length; whether it is easily guessed, the server says. */
export function usePasswordRule() {
  const t = useTranslations('door');
  return (password: string) =>
    [...password].length < LIMITS.minPasswordLength ? t('passwordShort', { count: LIMITS.minPasswordLength }) : null;
}
