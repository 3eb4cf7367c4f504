import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

interface WrongMoveProps {
  /** Null: all went well. */
  readonly text: string | null;
  readonly onClose?: () => void;
  readonly closeLabel?: string;
}

/** Why a shift stayed where it was. */
export function WrongMove({ text, onClose, closeLabel }: WrongMoveProps) {
  if (text === null) return null;
  const closing = onClose ? { withCloseButton: true, onClose, closeButtonLabel: closeLabel } : {};
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />} {...closing}>
      {text}
    </Alert>
  );
}
