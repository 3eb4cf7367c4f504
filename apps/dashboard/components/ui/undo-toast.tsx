'use client';

import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';

/** Long enough to read it, notice the mistake and get there by keyboard. */
const SHOWN_MS = 20_000;

/** Says what was done, and offers to take it back. Without `onUndo` it is only said. */
export function showUndo(text: string, onUndo: (() => Promise<{ readonly ok: boolean }>) | undefined): void {
  const id = crypto.randomUUID();
  const message = onUndo ? <UndoMessage id={id} text={text} onUndo={onUndo} /> : text;
  notifications.show({ id, color: 'pine', autoClose: SHOWN_MS, message });
}

interface UndoMessageProps {
  readonly id: string;
  readonly text: string;
  readonly onUndo: () => Promise<{ readonly ok: boolean }>;
}

function UndoMessage({ id, text, onUndo }: UndoMessageProps) {
  const t = useTranslations('common');
  async function undo() {
    notifications.hide(id);
    if ((await onUndo()).ok) notifications.show({ color: 'pine', message: t('undone') });
  }
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <span>{text}</span>
      <Button size="compact-sm" variant="light" onClick={undo}>
        {t('undo')}
      </Button>
    </Group>
  );
}
