'use client';

import { Button } from '@mantine/core';
import type { SavedViewList } from '@rollcall/contracts';
import { IconBookmark, IconBookmarkPlus, IconFilterOff, IconListDetails } from '@tabler/icons-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionMenu, type MenuChoice } from '../../components/ui/action-menu';
import { ManageViews } from './manage-views';
import { SaveView } from './save-view';
import classes from './saved-views.module.css';
import { useSavedViews } from './use-saved-views';
import { addressOf, filtersOf } from './view-address';

/** The views of a list: one is chosen, the present filters become one, and they are put in order. */
export function SavedViewsMenu({ list }: { readonly list: SavedViewList }) {
  const t = useTranslations();
  const router = useRouter();
  const pathname = usePathname();
  const address = useSearchParams();
  const saved = useSavedViews(list);
  const [doing, setDoing] = useState<'SAVE' | 'MANAGE' | null>(null);
  const filters = filtersOf(list, address);
  const current = saved.views.find((view) => view.filters === filters);
  const show = (wanted: string) => router.push(addressOf(wanted, pathname, address), { scroll: false });
  const icon = (Icon: typeof IconBookmark) => <Icon size={17} aria-hidden />;
  const choices: MenuChoice[] = saved.views.map((view, index) => ({
    ...{ id: view.id, label: <bdi>{view.name}</bdi>, icon: icon(IconBookmark) },
    ...(index === 0 ? { heading: t('savedViews.mine') } : {}),
    onSelect: () => show(view.filters),
  }));
  if (filters !== '')
    choices.push({
      ...{ id: 'clear', label: t('common.clearFilters'), icon: icon(IconFilterOff) },
      onSelect: () => show(''),
    });
  choices.push({
    ...{ id: 'save', label: t('savedViews.save'), icon: icon(IconBookmarkPlus) },
    onSelect: () => setDoing('SAVE'),
  });
  if (saved.views.length > 0)
    choices.push({
      ...{ id: 'manage', label: t('savedViews.manage'), icon: icon(IconListDetails) },
      onSelect: () => setDoing('MANAGE'),
    });
  return (
    <>
      <ActionMenu
        width={250}
        trigger={
          <Button variant="default" className={classes.button} leftSection={icon(IconBookmark)}>
            {current ? t('savedViews.current', { name: current.name }) : t('savedViews.title')}
          </Button>
        }
        choices={choices}
      />
      <SaveView saved={saved} filters={filters} isOpen={doing === 'SAVE'} onClose={() => setDoing(null)} />
      <ManageViews saved={saved} isOpen={doing === 'MANAGE'} onClose={() => setDoing(null)} />
    </>
  );
}
