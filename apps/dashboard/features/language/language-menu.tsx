'use client';

import { Menu, UnstyledButton } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { LANGUAGES } from '../../i18n/locales';
import classes from './language.module.css';
import { LanguageItems } from './language-items';

/** Changes the language on the pages that anyone may see. */
export function LanguageMenu() {
  const t = useTranslations('nav');
  const here = useLocale();
  const name = LANGUAGES.find(({ tag }) => tag === here)?.name ?? here;
  return (
    <Menu position="bottom-end" shadow="md" width={200}>
      <Menu.Target>
        <UnstyledButton className={classes.trigger} aria-label={`${t('language')}: ${name}`}>
          <IconLanguage size={18} stroke={1.7} aria-hidden="true" />
          <span aria-hidden="true">{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}
