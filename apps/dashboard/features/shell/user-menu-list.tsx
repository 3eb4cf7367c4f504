'use client';

import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconHelp,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconMoon,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { MenuOnDemand } from '../../components/ui/menu-on-demand';
import { useSignOut } from '../auth/use-sign-out';
import { LanguageItems } from '../language/language-items';

interface UserMenuListProps {
  readonly trigger: ReactNode;
  readonly triggerRef: RefObject<HTMLElement | null>;
  /** Shows what can be done with the keyboard. */
  readonly onKeys: () => void;
}

const SCHEMES = [
  { value: 'light', label: 'colorSchemeLight', icon: IconSun },
  { value: 'dark', label: 'colorSchemeDark', icon: IconMoon },
  { value: 'auto', label: 'colorSchemeAuto', icon: IconDeviceDesktop },
] as const;

/** What `UserMenu` loads. */
export function UserMenuList({ trigger, triggerRef, onKeys }: UserMenuListProps) {
  const t = useTranslations('nav');
  const th = useTranslations();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useSignOut();
  return (
    <MenuOnDemand trigger={trigger} triggerRef={triggerRef} width={240} position="top-start" withinPortal>
      <Menu.Label>{t('colorScheme')}</Menu.Label>
      {SCHEMES.map(({ value, label, icon: Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={17} stroke={1.7} aria-hidden="true" />}
          rightSection={colorScheme === value ? <IconCheck size={16} aria-hidden="true" /> : null}
          aria-current={colorScheme === value || undefined}
          onClick={() => setColorScheme(value)}
        >
          {t(label)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{t('language')}</Menu.Label>
      <LanguageItems />
      <Menu.Divider />
      <Menu.Item component={Link} href="/help" leftSection={<IconHelp size={17} stroke={1.7} aria-hidden="true" />}>
        {th('help.title')}
      </Menu.Item>
      <Menu.Item leftSection={<IconKeyboard size={17} stroke={1.7} aria-hidden="true" />} onClick={onKeys}>
        {th('keys.title')}
      </Menu.Item>
      <Menu.Item component={Link} href="/security" leftSection={<IconLock size={17} stroke={1.7} aria-hidden="true" />}>
        {t('security')}
      </Menu.Item>
      <Menu.Item
        component={Link}
        href="/privacy"
        leftSection={<IconShieldLock size={17} stroke={1.7} aria-hidden="true" />}
      >
        {t('privacy')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconLogout size={17} stroke={1.7} aria-hidden="true" className="mirrored" />}
        onClick={leave}
      >
        {t('signOut')}
      </Menu.Item>
    </MenuOnDemand>
  );
}
