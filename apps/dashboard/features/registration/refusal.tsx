import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { Photo } from '../camera/photo';
import { oddPhotos } from './photo-advice';
import type { ImageVerdict, RegisterAnswer } from './use-register-face';

interface RefusalProps {
  readonly refusal: RegisterAnswer;
  readonly photos: readonly Photo[];
  readonly verdicts: ReadonlyMap<string, ImageVerdict>;
}

/** Why the face was not registered, and what to do. */
export function Refusal({ refusal: { outcome }, photos, verdicts }: RefusalProps) {
  const t = useTranslations();
  const format = useFormatter();
  const odd = outcome === 'INCONSISTENT_IMAGES' ? oddPhotos(photos, verdicts) : null;
  const describeOdd = (numbers: readonly number[]) =>
    t('register.oddPhotos', {
      count: numbers.length,
      photos: format.list(numbers.map((number) => format.number(number))),
    });
  return (
    <Alert
      role="alert"
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t(`outcome.${outcome}`)}
    >
      {odd === null ? t(`outcomeHint.${outcome}`) : 'numbers' in odd ? describeOdd(odd.numbers) : t(odd.key)}
    </Alert>
  );
}
