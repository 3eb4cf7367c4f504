import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { RegisterAnswer } from './use-register-face';

/** Why the face was not registered, and what to do. */
export function Refusal({ refusal: { outcome } }: { readonly refusal: RegisterAnswer }) {
  const t = useTranslations();
  return (
    <Alert
      role="alert"
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t(`outcome.${outcome}`)}
    >
      {t(`outcomeHint.${outcome}`)}
    </Alert>
  );
}
