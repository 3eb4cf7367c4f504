'use client';

import { NativeSelect, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { RotateApiKeyDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { NewKey } from './new-key';

const OVERLAPS_HOURS = [0, 1, 24, 72, 168] as const;
const DEFAULT_OVERLAP_HOURS = 24;

interface RotateKeyProps {
  readonly apiKey: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

/** A new secret for a key, shown once; how long the old one works is chosen. */
export function RotateKey({ apiKey, onClose }: RotateKeyProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const rotate = useOperation(RotateApiKeyDocument);
  const [overlap, setOverlap] = useState(String(DEFAULT_OVERLAP_HOURS));
  const [key, setKey] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (apiKey === null) return;
    const result = await rotate.send({ input: { id: apiKey.id, overlapHours: Number(overlap) } });
    if (!result.ok) return setProblem(result.problem);
    setKey(result.data.rotateApiKey.key);
  }

  function close() {
    setProblem(null);
    setOverlap(String(DEFAULT_OVERLAP_HOURS));
    if (key !== null) router.refresh();
    setKey(null);
    onClose();
  }

  const labelOf = (hours: number) => {
    if (hours === 0) return t('keyOverlapNone');
    return hours < 24 ? t('keyOverlapHours', { hours }) : t('keyOverlapDays', { days: hours / 24 });
  };
  const title = key === null ? t('keyRotateTitle', { name: apiKey?.name ?? '' }) : t('keyShownTitle');
  return (
    <Dialog isOpen={apiKey !== null} onClose={close} title={title}>
      {key === null ? (
        <form onSubmit={submit}>
          <Stack>
            <Text>{t('keyRotateText')}</Text>
            {problem && <ProblemNote problem={problem} />}
            <NativeSelect
              label={t('keyOverlap')}
              value={overlap}
              onChange={(event) => setOverlap(event.currentTarget.value)}
              data={OVERLAPS_HOURS.map((hours) => ({ value: String(hours), label: labelOf(hours) }))}
            />
            <FormActions submitLabel={t('keyRotate')} isBusy={rotate.isSending} onCancel={close} />
          </Stack>
        </form>
      ) : (
        <NewKey value={key} onDone={close} />
      )}
    </Dialog>
  );
}
