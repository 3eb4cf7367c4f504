'use client';

import { UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { initialsOf } from '../../lib/format/initials';
import classes from './user-menu.module.css';

interface UserMenuProps {
  readonly name: string;
  /** Role or address, under the name. */
  readonly detail: string;
  /** Shows what can be done with the keyboard. */
  readonly onKeys: () => void;
}

const loadList = () => import('./user-menu-list').then((module) => ({ default: module.UserMenuList }));
const UserMenuList = lazy(loadList);

/** Who is signed in. The menu is loaded when somebody points at it. */
export function UserMenu({ name, detail, onKeys }: UserMenuProps) {
  const t = useTranslations('nav');
  const [isWanted, setWanted] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const trigger = (
    <UnstyledButton
      ref={ref}
      className={classes.trigger}
      aria-label={t('account', { name })}
      aria-haspopup="menu"
      onPointerEnter={() => void loadList()}
      onClick={() => setWanted(true)}
    >
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.detail}>{detail}</span>
      </span>
      <IconSelector size={16} aria-hidden="true" className={classes.chevron} />
    </UnstyledButton>
  );
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <UserMenuList trigger={trigger} triggerRef={ref} onKeys={onKeys} />
    </Suspense>
  );
}
