import { IconKey } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { ApiKeysDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { CreateKey } from './create-key';
import { KeysTable } from './keys-table';
import classes from './settings.module.css';

export async function KeysSection() {
  const t = await getTranslations('settings');
  const result = await serverQuery(ApiKeysDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { apiKeys } = result.data;
  return (
    <Surface isFlush>
      <div className={classes.keyHead}>
        <div>
          <h2>{t('keysTitle')}</h2>
          <p>{t('keysText')}</p>
        </div>
        <CreateKey />
      </div>
      {apiKeys.length === 0 ? (
        <EmptyState icon={<IconKey size={22} />} title={t('keysEmpty')} text={t('keysEmptyText')} />
      ) : (
        <KeysTable rows={apiKeys} now={new Date().toISOString()} />
      )}
    </Surface>
  );
}
