'use client';

import { IconPhotoPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ChangeEvent, type DragEvent, useState } from 'react';
import classes from './file-picker.module.css';

interface FilePickerProps {
  readonly isMultiple: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Choose photo files, or drop them here. */
export function FilePicker({ isMultiple, onFiles }: FilePickerProps) {
  const t = useTranslations('camera');
  const [isOver, setIsOver] = useState(false);

  function choose(event: ChangeEvent<HTMLInputElement>) {
    onFiles([...(event.currentTarget.files ?? [])]);
    // So that the same file can be chosen again.
    event.currentTarget.value = '';
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    onFiles(isMultiple ? files : files.slice(0, 1));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside does the same
    <div
      className={classes.picker}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconPhotoPlus size={30} stroke={1.5} aria-hidden="true" />
      <label className={classes.label}>
        {isMultiple ? t('chooseFiles') : t('chooseFile')}
        <input
          type="file"
          className={classes.input}
          accept="image/jpeg,image/png,image/webp"
          multiple={isMultiple}
          onChange={choose}
        />
      </label>
      <p className={classes.hint}>{t('dropHint')}</p>
    </div>
  );
}
