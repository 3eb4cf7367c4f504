'use client';

import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ApiProblem, ApiResult } from '../../lib/graphql/api-problem';
import { ConfirmDialog } from './confirm-dialog';

interface RemoveButtonProps {
  /** What the button says to a screen reader; names the row. */
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly done: string;
  readonly send: () => Promise<ApiResult<unknown>>;
}

/** Takes the thing of a row away, after asking. */
export function RemoveButton({ label, title, text, confirmLabel, done, send }: RemoveButtonProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  function close() {
    setOpen(false);
    setProblem(null);
  }

  async function confirm() {
    setBusy(true);
    const result = await send();
    setBusy(false);
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: done });
    close();
    router.refresh();
  }

  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => setOpen(true)}>
        <IconTrash size={17} aria-hidden="true" />
      </ActionIcon>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title={title}
        text={text}
        confirmLabel={confirmLabel}
        isBusy={isBusy}
        problem={problem}
        onConfirm={confirm}
      />
    </>
  );
}
