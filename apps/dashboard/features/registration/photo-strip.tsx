'use client';

import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Advice } from '../../components/ui/advice';
import { OutcomePill } from '../../components/ui/outcome-pill';
import { Pill } from '../../components/ui/pill';
import type { Photo } from '../camera/photo';
import { isGoodPhoto, photoAdviceKey } from './photo-advice';
import classes from './registration.module.css';
import { MAX_PHOTOS } from './use-photo-list';
import type { ImageVerdict } from './use-register-face';

interface PhotoStripProps {
  readonly photos: readonly Photo[];
  readonly verdicts: ReadonlyMap<string, ImageVerdict>;
  readonly onRemove: (id: string) => void;
}

/** The photos taken so far, each with what the server said about it. */
export function PhotoStrip({ photos, verdicts, onRemove }: PhotoStripProps) {
  const t = useTranslations('register');
  const hint = photos.length >= MAX_PHOTOS ? t('full') : t('countHint', { count: photos.length, max: MAX_PHOTOS });
  return (
    <div>
      <p className={classes.text} aria-live="polite">
        {hint}
      </p>
      {photos.length > 0 && (
        <ul className={classes.strip} aria-label={t('photosLabel')}>
          {photos.map((photo, index) => (
            <li key={photo.id} className={classes.shot}>
              <div className={classes.frame}>
                {/* biome-ignore lint/performance/noImgElement: a photo in memory, never loaded from a server */}
                <img
                  src={photo.url}
                  alt={t('photoNumber', { index: index + 1 })}
                  data-mirrored={photo.isMirrored || undefined}
                />
                <ActionIcon
                  className={classes.remove}
                  variant="default"
                  radius="xl"
                  size="sm"
                  aria-label={t('remove', { index: index + 1 })}
                  onClick={() => onRemove(photo.id)}
                >
                  <IconX size={14} aria-hidden="true" />
                </ActionIcon>
              </div>
              <PhotoVerdict verdict={verdicts.get(photo.id)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function PhotoVerdict({ verdict }: { readonly verdict: ImageVerdict | undefined }) {
  const t = useTranslations();
  if (!verdict) return null;
  const { outcome, quality, hints } = verdict;
  const key = photoAdviceKey(verdict);
  const reasons = quality?.reasons ?? [];
  // Our own words for what we know; the server's for what this version does not.
  const sentences = key !== null ? [t(key)] : reasons.length === 0 ? hints : [];
  return (
    <div className={classes.verdict}>
      {isGoodPhoto(verdict) ? <Pill tone="good">{t('register.photoOk')}</Pill> : <OutcomePill outcome={outcome} />}
      <Advice reasons={reasons} />
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
