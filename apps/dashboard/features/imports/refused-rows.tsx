import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ImportJobQuery } from '../../gql/graphql';
import classes from './imports.module.css';

type FinishedJob = NonNullable<ImportJobQuery['job']>;

/** Rows that are left out, each with the reason; all of them stand in the file to download. */
export function RefusedRows({ job: { issues, errorFilePath } }: { readonly job: FinishedJob }) {
  const t = useTranslations('imports');
  if (issues.length === 0) return null;
  return (
    <section aria-labelledby="refused-rows">
      <div className={classes.refusedHead}>
        <h3 id="refused-rows">{t('refused')}</h3>
        {errorFilePath && (
          <Anchor href={errorFilePath} download size="sm">
            {t('errorFile')}
          </Anchor>
        )}
      </div>
      <ul className={classes.refused}>
        {issues.map(({ row, field, original, reason }) => (
          <li key={`${row} ${field} ${reason}`}>
            <span className={classes.row}>{t('row', { row })}</span>
            <span>
              <bdi lang="en">{reason}</bdi>
              <code dir="auto">{original}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
