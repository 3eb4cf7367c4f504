'use client';

import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHelp, IconKeyboard, IconLogout, IconMoon, IconSun, IconUser, type IconUsers } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { FindPeopleDocument } from '../../gql/graphql';
import { matchesWords } from '../../lib/text/matches-words';
import { NAV_GROUPS } from '../shell/nav-items';
import { PALETTE_ACTIONS } from './palette-actions';

const DEBOUNCE_MS = 150;
const MOST_PEOPLE = 8;

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** Beside the label: the employee number. */
  readonly detail?: string;
  readonly icon: typeof IconUsers;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
}

export interface PaletteOptions {
  readonly scopes: readonly string[];
  readonly onKeys: () => void;
  readonly onSignOut: () => void;
}

/** What the search finds: people by name or number, pages and actions. Only what these scopes may use is offered. */
export function usePaletteGroups(search: string, options: PaletteOptions) {
  const t = useTranslations();
  const people = usePeople(search, options.scopes.includes('employees:read'));
  const pages = usePages(options.scopes);
  const actions = useActions(options);
  const matching = (entries: readonly PaletteEntry[]) => entries.filter(({ label }) => matchesWords(label, search));
  const groups: readonly PaletteGroup[] = [
    { label: t('palette.people'), entries: people.entries },
    { label: t('palette.pages'), entries: matching(pages) },
    { label: t('palette.actions'), entries: matching(actions) },
  ];
  const found = groups.filter(({ entries }) => entries.length > 0);
  return { groups: found, isSearching: people.isSearching, hasFailed: people.hasFailed };
}

function usePeople(text: string, isAllowed: boolean) {
  const router = useRouter();
  const typed = text.trim();
  const [search] = useDebouncedValue(typed, DEBOUNCE_MS);
  const isPaused = !isAllowed || search === '' || typed === '';
  const [{ data, fetching, error }] = useQuery({ query: FindPeopleDocument, variables: { search }, pause: isPaused });
  // Until the answer to what is typed comes, only those of the answer before that fit: Enter must not open somebody else.
  const isAnswered = search === typed && !fetching;
  const fits = (name: string, number: string) => isAnswered || matchesWords(`${name} ${number}`, typed);
  const nodes = isPaused ? [] : (data?.employees.nodes ?? []);
  const found = nodes.filter(({ name, number }) => fits(name, number)).slice(0, MOST_PEOPLE);
  const entries: readonly PaletteEntry[] = found.map(({ id, name, number }) => ({
    ...{ id: `person-${id}`, label: name, detail: number, icon: IconUser },
    run: () => router.push(`/employees/${id}`),
  }));
  return {
    entries,
    isSearching: isAllowed && typed !== '' && (fetching || search !== typed),
    hasFailed: !isPaused && error != null,
  };
}

function usePages(scopes: readonly string[]): readonly PaletteEntry[] {
  const t = useTranslations('nav');
  const router = useRouter();
  return NAV_GROUPS.flatMap(({ items }) => items)
    .filter(({ scope }) => scope === null || scopes.includes(scope))
    .map(({ href, label, icon }) => ({ id: href, label: t(label), icon, run: () => router.push(href) }));
}

function useActions({ scopes, onKeys, onSignOut }: PaletteOptions): readonly PaletteEntry[] {
  const t = useTranslations();
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const offered = PALETTE_ACTIONS.filter(({ scope }) => scopes.includes(scope)).map(({ label, href, icon }) => ({
    ...{ id: label, label: t(`palette.action.${label}`), icon },
    run: () => router.push(href),
  }));
  return [
    ...offered,
    { id: 'help', label: t('help.title'), icon: IconHelp, run: () => router.push('/help') },
    { id: 'keys', label: t('keys.title'), icon: IconKeyboard, run: onKeys },
    { id: 'light', label: t('palette.light'), icon: IconSun, run: () => setColorScheme('light') },
    { id: 'dark', label: t('palette.dark'), icon: IconMoon, run: () => setColorScheme('dark') },
    { id: 'sign-out', label: t('nav.signOut'), icon: IconLogout, run: onSignOut },
  ];
}
