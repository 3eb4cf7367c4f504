'use client';

import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { LIMITS } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreatePolicyDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

/** A new policy begins with the defaults of every lever; its own page changes them. */
export function AddPolicy() {
  const t = useTranslations();
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [name, setName] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const create = useSave(CreatePolicyDocument);

  function close() {
    dialog.close();
    create.clear();
    setName('');
    setEmpty(false);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const trimmed = name.trim();
    setEmpty(trimmed === '');
    if (trimmed === '') return;
    const saved = await create.save({ input: { name: trimmed, levers: {} } }, t('rules.saved', { name: trimmed }));
    if (saved) router.push(`/rules/${saved.createAttendancePolicy.policyId}`);
  }

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('rules.add')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('rules.add')}>
        <form onSubmit={submit} noValidate>
          <Stack>
            {create.problem && <ProblemNote problem={create.problem} />}
            <Text size="sm">{t('rules.addText')}</Text>
            <TextInput
              label={t('rules.name')}
              value={name}
              maxLength={LIMITS.maxNameLength}
              error={isEmpty ? t('common.required') : null}
              dir="auto"
              autoComplete="off"
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <FormActions submitLabel={t('rules.add')} isBusy={create.isSaving} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
