'use client';

import { Button, Radio, Stack } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { CompareFacesDocument, type ComparisonKind } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { toImageInput } from '../camera/image-input';
import { OnePhotoField } from '../camera/one-photo-field';
import { useOnePhoto } from '../camera/use-one-photo';
import type { CompareAnswer } from './compare-answer';
import { CompareResult } from './compare-result';
import classes from './comparison.module.css';

const KINDS: readonly ComparisonKind[] = ['DOCUMENT', 'LIVE'];

/** Two photos and one answer. Neither photo is kept, here or on the server. */
export function CompareDesk() {
  const t = useTranslations('comparison');
  // The camera is for the person who stands there; a document is usually a file. Two cameras at once would be one too many.
  const reference = useOnePhoto({ initialMode: 'file' });
  const probe = useOnePhoto({ isNeeded: reference.mode === 'file' });
  const compare = useOperation(CompareFacesDocument);
  const [kind, setKind] = useState<ComparisonKind>('DOCUMENT');
  const [answer, setAnswer] = useState<CompareAnswer | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const photos = [await reference.take(), await probe.take()];
    const [first, second] = await Promise.all(photos.map((photo) => photo && toImageInput(photo)));
    if (!first || !second) return;
    setAnswer(null);
    const result = await compare.send({ input: { reference: first, probe: second, kind } });
    setAnswer(
      result.ok
        ? { kind: 'answer', payload: result.data.compareFaces, of: kind }
        : { kind: 'problem', problem: result.problem },
    );
  }

  return (
    <form className={classes.desk} onSubmit={submit} noValidate>
      <Radio.Group label={t('kind')} value={kind} onChange={(value) => setKind(value as ComparisonKind)}>
        <Stack gap="xs" mt="xs">
          {KINDS.map((value) => (
            <Radio key={value} value={value} label={t(`kinds.${value}`)} description={t(`kindHints.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <div className={classes.photos}>
        <section aria-label={t('reference')} className={classes.photo}>
          <h2>{t('reference')}</h2>
          <OnePhotoField photo={reference} />
        </section>
        <section aria-label={t('probe')} className={classes.photo}>
          <h2>{t('probe')}</h2>
          <OnePhotoField photo={probe} />
        </section>
      </div>
      <Button
        type="submit"
        size="md"
        loading={compare.isSending}
        leftSection={<IconArrowsLeftRight size={20} aria-hidden="true" />}
      >
        {t('submit')}
      </Button>
      <p className={classes.note}>{t('promise')}</p>
      <CompareResult answer={answer} isBusy={compare.isSending} />
    </form>
  );
}
