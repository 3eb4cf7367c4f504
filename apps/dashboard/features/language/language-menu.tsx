'use client';

import { UnstyledButton } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { LANGUAGES } from '../../i18n/locales';
import classes from './language.module.css';

const loadList = () => import('./language-list').then((module) => ({ default: module.LanguageList }));
const LanguageList = lazy(loadList);

/** Changes the language on the pages that anyone may see. The menu is loaded when somebody points at it. */
export function LanguageMenu() {
  const t = useTranslations('nav');
  const here = useLocale();
  const [isWanted, setWanted] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const name = LANGUAGES.find(({ tag }) => tag === here)?.name ?? here;
  const trigger = (
    <UnstyledButton
      ref={ref}
      className={classes.trigger}
      aria-label={`${t('language')}: ${name}`}
      aria-haspopup="menu"
      onPointerEnter={() => void loadList()}
      onClick={() => setWanted(true)}
    >
      <IconLanguage size={18} stroke={1.7} aria-hidden="true" />
      <span aria-hidden="true">{name}</span>
    </UnstyledButton>
  );
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <LanguageList trigger={trigger} triggerRef={ref} />
    </Suspense>
  );
}
