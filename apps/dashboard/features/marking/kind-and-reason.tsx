'use client';

import { NativeSelect, Textarea } from '@mantine/core';
import { ATTENDANCE_KINDS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';

interface KindAndReasonProps {
  /** As the form gives them. */
  readonly kind: Omit<ComponentProps<typeof NativeSelect>, 'data' | 'label'>;
  readonly reason: Omit<ComponentProps<typeof Textarea>, 'label'>;
}

/** What every mark says that somebody enters for another person. */
export function KindAndReason({ kind, reason }: KindAndReasonProps) {
  const t = useTranslations();
  return (
    <>
      <NativeSelect
        label={t('day.kind')}
        data={ATTENDANCE_KINDS.map((value) => ({ value, label: t(`attendanceKind.${value}`) }))}
        {...kind}
      />
      <Textarea label={t('day.reason')} required autosize minRows={2} {...reason} />
    </>
  );
}
