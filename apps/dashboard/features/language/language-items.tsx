'use client';

import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { directionOf, LANGUAGES } from '../../i18n/locales';
import { chooseLanguage } from './choose-language';
import classes from './language.module.css';

/** The languages one can read, for a menu. Each is named in itself. */
export function LanguageItems() {
  const t = useTranslations('nav');
  const here = useLocale();
  return LANGUAGES.map(({ code, tag, name, isComplete }) => (
    <Menu.Item
      key={code}
      rightSection={tag === here ? <IconCheck size={16} aria-hidden="true" /> : null}
      aria-current={tag === here || undefined}
      onClick={() => chooseLanguage(code)}
    >
      <bdi lang={code} dir={directionOf(tag)}>
        {name}
      </bdi>
      {!isComplete && <span className={classes.inPart}> ({t('languageInPart')})</span>}
    </Menu.Item>
  ));
}
