'use client';

import { IconHelpCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import classes from './help-link.module.css';
import { helpTopicOf } from './help-topics';

/** From a page to what explains it. */
export function HelpLink() {
  const t = useTranslations('help');
  const topic = helpTopicOf(usePathname());
  if (topic === null) return null;
  return (
    <Link
      href={`/help#${topic}`}
      prefetch={false}
      className={classes.link}
      aria-label={t('linkTo', { topic: t(`topic.${topic}.title`) })}
      title={t('linkTo', { topic: t(`topic.${topic}.title`) })}
    >
      <IconHelpCircle size={21} stroke={1.7} aria-hidden="true" />
    </Link>
  );
}
