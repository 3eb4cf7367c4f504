'use client';

import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { MAX_SAVED_VIEW_NAME } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { SavedViewRowFragment } from '../../gql/graphql';
import classes from './saved-views.module.css';
import type { SavedViews } from './use-saved-views';

interface ViewLineProps {
  readonly view: SavedViewRowFragment;
  readonly saved: SavedViews;
  readonly onRemoved: () => void;
}

/** One view: its name to write over, and two steps to remove it. */
export function ViewLine({ view, saved, onRemoved }: ViewLineProps) {
  const t = useTranslations('savedViews');
  const [name, setName] = useState(view.name);
  const [isAsked, setAsked] = useState(false);
  const isChanged = name.trim() !== '' && name.trim() !== view.name;

  async function rename(event: FormEvent) {
    event.preventDefault();
    if (!isChanged || !(await saved.rename(view, name.trim()))) return;
    setName(name.trim());
    notifications.show({ color: 'pine', message: t('saved', { name: name.trim() }) });
  }

  async function remove() {
    if (!isAsked) return setAsked(true);
    if (!(await saved.remove(view))) return setAsked(false);
    notifications.show({ color: 'pine', message: t('removed', { name: view.name }) });
    onRemoved();
  }

  return (
    <form onSubmit={rename} noValidate className={classes.line}>
      <TextInput
        className={classes.name}
        aria-label={t('nameOf', { name: view.name })}
        maxLength={MAX_SAVED_VIEW_NAME}
        dir="auto"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group gap="xs" wrap="nowrap">
        {isChanged && (
          <Button type="submit" size="compact-sm" loading={saved.isBusy}>
            {t('rename')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant={isAsked ? 'filled' : 'default'}
          color={isAsked ? 'red.8' : undefined}
          aria-label={t(isAsked ? 'removeSureNamed' : 'removeNamed', { name: view.name })}
          onBlur={() => setAsked(false)}
          onClick={remove}
        >
          {t(isAsked ? 'removeSure' : 'remove')}
        </Button>
      </Group>
    </form>
  );
}
