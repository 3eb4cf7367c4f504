'use client';

import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { ViewAttemptPhotoDocument, type ViewAttemptPhotoMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import classes from './evidence.module.css';

/** The photo that was kept of an attempt. It is opened when somebody asks for it, because every look is recorded. */
export function AttemptPhoto({ attemptId }: { readonly attemptId: string }) {
  const t = useTranslations('evidence');
  const view = useOperation(ViewAttemptPhotoDocument);
  const [photo, setPhoto] = useState<ViewAttemptPhotoMutation['viewAttemptPhoto'] | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function open() {
    const result = await view.send({ attemptId });
    if (result.ok) setPhoto(result.data.viewAttemptPhoto);
    setProblem(result.ok ? null : result.problem);
  }

  return (
    <div className={classes.evidence}>
      {photo ? (
        // biome-ignore lint/performance/noImgElement: it comes encrypted out of the database and is in no file
        <img
          className={classes.photo}
          src={`data:image/jpeg;base64,${photo.base64}`}
          width={photo.widthPx}
          height={photo.heightPx}
          alt={t('alt')}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconPhoto size={18} aria-hidden="true" />}
          loading={view.isSending}
          onClick={open}
        >
          {t('show')}
        </Button>
      )}
      {problem && <ProblemNote problem={problem} text={problem === 'NOT_FOUND' ? t('gone') : undefined} />}
      <p className={classes.note}>{t('note')}</p>
    </div>
  );
}
