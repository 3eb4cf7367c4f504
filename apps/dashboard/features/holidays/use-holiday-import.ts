'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ImportHolidaysDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { type HolidayLine, readHolidayLines } from './holiday-lines';

export interface HolidayPreview {
  readonly added: readonly HolidayLine[];
  readonly present: readonly HolidayLine[];
  /** Lines of the list that are no holiday. */
  readonly unread: readonly string[];
}

/** Checks a list with a dry run of the API, then adds what the dry run showed. */
export function useHolidayImport() {
  const t = useTranslations('holidays');
  const router = useRouter();
  const { send, isSending } = useOperation(ImportHolidaysDocument);
  const [preview, setPreview] = useState<HolidayPreview | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isNothing, setNothing] = useState(false);

  async function check(text: string, siteId: string | null) {
    const { holidays, unread } = readHolidayLines(text);
    setNothing(holidays.length === 0);
    if (holidays.length === 0) return;
    const result = await send({ input: { holidays: [...holidays], siteId, dryRun: true } });
    setProblem(result.ok ? null : result.problem);
    if (result.ok) setPreview({ ...result.data.importHolidays, unread });
  }

  async function add(siteId: string | null): Promise<boolean> {
    const holidays = [...(preview?.added ?? [])].map(({ date, name, portion }) => ({ date, name, portion }));
    if (holidays.length === 0) return true;
    const result = await send({ input: { holidays, siteId } });
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return false;
    const count = result.data.importHolidays.added.length;
    notifications.show({ color: 'pine', message: t('imported', { count }) });
    router.refresh();
    return true;
  }

  function clear() {
    setPreview(null);
    setProblem(null);
    setNothing(false);
  }

  return { preview, problem, isNothing, isBusy: isSending, check, add, clear, fail: setProblem };
}
