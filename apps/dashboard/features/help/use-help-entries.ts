'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { HELP_TOPICS, type HelpTopic, REFUSALS, WORDS } from './help-topics';

export interface HelpEntry {
  readonly topic: HelpTopic;
  readonly title: string;
  readonly text: string;
  /** Words with what they mean, or refusals with what helps. */
  readonly rows: readonly { readonly term: string; readonly text: string }[];
}

/** All topics in the language of the page. */
export function useHelpEntries(): readonly HelpEntry[] {
  const t = useTranslations();
  return useMemo(() => {
    const refusals = REFUSALS.map((code) => ({ term: t(`outcome.${code}`), text: t(`outcomeHint.${code}`) }));
    const words = WORDS.map((word) => ({ term: t(`help.word.${word}.term`), text: t(`help.word.${word}.text`) }));
    const rowsOf = { refused: refusals, words } as const;
    return HELP_TOPICS.map((topic) => ({
      ...{ topic, title: t(`help.topic.${topic}.title`), text: t(`help.topic.${topic}.text`) },
      rows: topic === 'refused' || topic === 'words' ? rowsOf[topic] : [],
    }));
  }, [t]);
}
