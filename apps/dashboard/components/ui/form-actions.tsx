import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';

interface FormActionsProps {
  readonly submitLabel: string;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
}

/** The last row of a form in a dialog. */
export function FormActions({ submitLabel, isBusy, onCancel }: FormActionsProps) {
  const t = useTranslations('common');
  return (
    <Group justify="flex-end" mt="xs">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={isBusy}>
        {submitLabel}
      </Button>
    </Group>
  );
}
