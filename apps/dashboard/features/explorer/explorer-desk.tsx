'use client';

import { Alert, Anchor, Button, Group, Stack, Textarea } from '@mantine/core';
import { IconAlertCircle, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { Surface } from '../../components/ui/surface';
import classes from './explorer.module.css';
import { type ExplorerProblem, useExplorer } from './use-explorer';

const BEGIN = `query {
  employees(first: 5) {
    nodes { id number name }
    totalCount
  }
}`;

/** Documents are written left to right in every language. */
const CODE = { dir: 'ltr', spellCheck: false, autosize: true, classNames: { input: classes.code } } as const;

export function ExplorerDesk() {
  const t = useTranslations('explorer');
  const explorer = useExplorer(BEGIN);
  const { text, setText, variables, setVariables, problem, asked, cancel, answer, isSending, run, send } = explorer;
  return (
    <div className={classes.desk}>
      <Surface title={t('document')} titleId="explorer-document">
        <Stack>
          <Textarea
            {...CODE}
            aria-labelledby="explorer-document"
            minRows={10}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Textarea
            {...CODE}
            label={t('variables')}
            minRows={3}
            value={variables}
            onChange={(event) => setVariables(event.currentTarget.value)}
          />
          {problem && <Problem problem={problem} />}
          <Group justify="space-between">
            <Reference operations={explorer.operations} />
            <Button
              loading={isSending}
              leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
              onClick={() => void run()}
            >
              {t('run')}
            </Button>
          </Group>
        </Stack>
      </Surface>
      <Surface title={t('answer')} titleId="explorer-answer">
        <pre className={classes.answer} dir="ltr" aria-live="polite">
          {answer ?? t('nothing')}
        </pre>
      </Surface>
      <ConfirmDialog
        isOpen={asked !== null}
        onClose={cancel}
        title={t('confirmTitle')}
        text={t('confirmText', { names: asked?.join(', ') ?? '' })}
        confirmLabel={t('confirm')}
        isBusy={isSending}
        problem={null}
        onConfirm={() => void send()}
      />
    </div>
  );
}

function Problem({ problem }: { readonly problem: ExplorerProblem }) {
  const t = useTranslations('explorer');
  const reason = 'reason' in problem ? problem.reason : '';
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />}>
      {t(`problem.${problem.problem}`, { reason })}
    </Alert>
  );
}

/** What is asked for, in the reference of this installation. */
function Reference({ operations }: { readonly operations: readonly string[] }) {
  const t = useTranslations('explorer');
  return (
    <Group gap="xs">
      <Anchor href="/docs" target="_blank">
        {t('reference')}
      </Anchor>
      {operations.map((name) => (
        <Anchor key={name} href={`/docs#${name}`} target="_blank" dir="ltr">
          {name}
        </Anchor>
      ))}
    </Group>
  );
}
