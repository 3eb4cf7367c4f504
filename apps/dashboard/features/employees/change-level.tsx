'use client';

import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { VERIFICATION_LEVELS, type VerificationLevel } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { SetVerificationLevelDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface ChangeLevelProps {
  readonly employee: { readonly id: string; readonly name: string; readonly version: number };
  readonly level: VerificationLevel;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface Values {
  readonly level: VerificationLevel;
  readonly reason: string;
}

export function ChangeLevel({ employee: { id, name, version }, level, isOpen, onClose }: ChangeLevelProps) {
  const t = useTranslations();
  const change = useSave(SetVerificationLevelDocument);
  const form = useForm<Values>({ initialValues: { level, reason: '' } });

  function close() {
    change.clear();
    form.reset();
    onClose();
  }

  async function save(values: Values) {
    const input = { employeeId: id, version, level: values.level, reason: values.reason.trim() || null };
    if (!(await change.save({ input }, t('level.saved', { name })))) return;
    form.setInitialValues({ level: values.level, reason: '' });
    close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('level.changeTitle', { name })}>
      <form onSubmit={form.onSubmit(save)} noValidate>
        <Stack>
          <Radio.Group label={t('level.choose')} {...form.getInputProps('level')}>
            <Stack mt="xs">
              {VERIFICATION_LEVELS.map((value) => (
                <Radio key={value} value={value} label={t(`level.${value}`)} description={t(`level.text${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t('level.reason')}
            description={t('level.reasonHint')}
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps('reason')}
          />
          {change.problem && <ProblemNote problem={change.problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={change.isSaving}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
