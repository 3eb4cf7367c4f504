import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';

interface FormActionsProps {
  readonly submitLabel: string;
  readonly isBusy: boolean;
  /** There is nothing to send yet. Default: there is. */
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
}

/** The last row of a form in a dialog. */
export function FormActions({ submitLabel, isBusy, isDisabled = false, onCancel }: FormActionsProps) {
  const t = useTranslations('common');
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={isBusy} disabled={isDisabled}>
        {submitLabel}
      </Button>
    </Group>
  );
}
