import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ApiProblem } from '../../lib/graphql/api-problem';

interface ProblemNoteProps {
  readonly problem: ApiProblem;
  /** Where the page knows better what the problem means here. */
  readonly text?: string | undefined;
}

/** A request that could not be done, beside the form that sent it. */
export function ProblemNote({ problem, text }: ProblemNoteProps) {
  const t = useTranslations('error');
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />}>
      {text ?? t(problem)}
    </Alert>
  );
}
