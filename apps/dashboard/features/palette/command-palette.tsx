'use client';

import '@mantine/spotlight/styles.layer.css';

import { Loader, VisuallyHidden } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import classes from './command-palette.module.css';
import { type PaletteEntry, type PaletteOptions, usePaletteGroups } from './use-palette-groups';

const [store, spotlight] = createSpotlight();

interface CommandPaletteProps extends PaletteOptions {
  /** Opens each time it changes. */
  readonly openedCount: number;
}

/** One field that leads everywhere, with the keyboard alone. Loaded when it is opened for the first time. */
export function CommandPalette({ openedCount, ...options }: CommandPaletteProps) {
  const t = useTranslations('palette');
  const [search, setSearch] = useState('');
  const { groups, isSearching, hasFailed } = usePaletteGroups(search, options);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const said = hasFailed ? t('failed') : isSearching ? t('searching') : t('found', { count });
  // biome-ignore lint/correctness/useExhaustiveDependencies: being asked for again is the trigger
  useEffect(() => spotlight.open(), [openedCount]);
  const list = useFirstChosen(groups.flatMap(({ entries }) => entries.map(({ id }) => id)).join());
  return (
    <Spotlight.Root
      store={store}
      query={search}
      onQueryChange={setSearch}
      shortcut={null}
      scrollable
      maxHeight="min(26rem, 60dvh)"
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.4, blur: 2 }}
      attributes={{ content: { 'aria-label': t('title') } }}
    >
      <Spotlight.Search
        aria-label={t('placeholder')}
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={20} stroke={1.6} aria-hidden="true" />}
        rightSection={isSearching ? <Loader size={18} /> : null}
      />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Spotlight.ActionsList>
        <div ref={list}>
          {groups.map(({ label, entries }) => (
            <Spotlight.ActionsGroup key={label} label={label}>
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </Spotlight.ActionsGroup>
          ))}
          {hasFailed && <p className={classes.note}>{t('failed')}</p>}
          {count === 0 && !hasFailed && (
            <Spotlight.Empty>{isSearching ? t('searching') : t('nothing')}</Spotlight.Empty>
          )}
        </div>
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/**
 * Chooses the first entry when entries come after the typing, as people do: Spotlight looks only while one types. What is
 * chosen already stays chosen, and the arrow keys go on from where it stands now.
 */
function useFirstChosen(ids: string) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other entries are the trigger
  useEffect(() => {
    const entries = [...(list.current?.querySelectorAll('[data-action]') ?? [])];
    if (entries.length === 0) return;
    const chosen = entries.findIndex((entry) => entry.hasAttribute('data-selected'));
    const selected = Math.max(chosen, 0);
    entries[selected]?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected }));
  }, [ids]);
  return list;
}

function Entry({ entry: { label, detail, icon: Icon, run } }: { readonly entry: PaletteEntry }) {
  return (
    <Spotlight.Action onClick={run}>
      <span className={classes.entry}>
        <Icon size={19} stroke={1.7} aria-hidden="true" />
        <bdi className={classes.label}>{label}</bdi>
        {detail && <bdi className={classes.detail}>{detail}</bdi>}
      </span>
    </Spotlight.Action>
  );
}
