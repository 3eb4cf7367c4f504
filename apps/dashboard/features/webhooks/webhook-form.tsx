'use client';

import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { WEBHOOK_EVENTS, type WebhookEvent } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateWebhookDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

interface WebhookFormProps {
  /** Is given the key for signatures. */
  readonly onCreated: (signingKey: string) => void;
  readonly onCancel: () => void;
}

interface WebhookValues {
  readonly name: string;
  readonly url: string;
  readonly events: WebhookEvent[];
}

const EMPTY: WebhookValues = { name: '', url: '', events: ['ATTENDANCE_RECORDED'] };

export function WebhookForm({ onCreated, onCancel }: WebhookFormProps) {
  const t = useTranslations();
  const create = useOperation(CreateWebhookDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useForm<WebhookValues>({
    initialValues: EMPTY,
    validate: {
      name: (name) => (name.trim() === '' ? t('webhooks.nameNeeded') : null),
      url: (url) => (/^https?:\/\/\S+$/i.test(url.trim()) ? null : t('webhooks.urlNeeded')),
      events: (events) => (events.length === 0 ? t('webhooks.eventsNeeded') : null),
    },
  });

  async function submit({ name, url, events }: WebhookValues) {
    const result = await create.send({ input: { name: name.trim(), url: url.trim(), events } });
    if (result.ok) onCreated(result.data.createWebhook.signingKey);
    else setProblem(result.problem);
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {problem && (
          <ProblemNote problem={problem} text={problem === 'BAD_USER_INPUT' ? t('webhooks.refused') : undefined} />
        )}
        <TextInput label={t('webhooks.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('webhooks.url')}
          description={t('webhooks.urlText')}
          type="url"
          dir="ltr"
          {...form.getInputProps('url')}
        />
        <Checkbox.Group label={t('webhooks.events')} {...form.getInputProps('events')}>
          <Stack gap="xs" mt="xs">
            {WEBHOOK_EVENTS.map((event) => (
              <Checkbox key={event} value={event} label={t(`webhooks.event.${event}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {t('webhooks.createSend')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
