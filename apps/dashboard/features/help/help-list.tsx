'use client';

import { TextInput } from '@mantine/core';
import { IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '../../components/ui/empty-state';
import { Surface } from '../../components/ui/surface';
import { matchesWords } from '../../lib/text/matches-words';
import classes from './help.module.css';
import { HelpArticle } from './help-article';
import { type HelpEntry, useHelpEntries } from './use-help-entries';

/** The topics, fewer while one types. */
export function HelpList({ scopes }: { readonly scopes: readonly string[] }) {
  const t = useTranslations('help');
  const [search, setSearch] = useState('');
  const entries = useHelpEntries();
  const found = entries.filter((entry) => matchesWords(wordsOf(entry), search));
  return (
    <div className={classes.help}>
      <div className={classes.side}>
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={17} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <p className={classes.count} role="status">
          {t('found', { count: found.length })}
        </p>
        <nav aria-label={t('contents')} className={classes.contents}>
          {found.map(({ topic, title }) => (
            <a key={topic} href={`#${topic}`} className={classes.jump}>
              {title}
            </a>
          ))}
        </nav>
      </div>
      <div className={classes.articles}>
        {found.map((entry) => (
          <HelpArticle key={entry.topic} entry={entry} scopes={scopes} />
        ))}
        {found.length === 0 && (
          <Surface>
            <EmptyState icon={<IconZoomQuestion size={22} />} title={t('nothing')} text={t('nothingText')} />
          </Surface>
        )}
      </div>
    </div>
  );
}

function wordsOf({ title, text, rows }: HelpEntry): string {
  return [title, text, ...rows.flatMap((row) => [row.term, row.text])].join(' ');
}
