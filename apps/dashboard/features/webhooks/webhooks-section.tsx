import { IconWebhook } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { AutoRefresh } from '../../components/ui/auto-refresh';
import { EmptyState } from '../../components/ui/empty-state';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { WebhooksDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { CreateWebhook } from './create-webhook';
import { WebhookCard } from './webhook-card';
import classes from './webhooks.module.css';

/** Which other programs are told what happens, and how telling them went. */
export async function WebhooksSection() {
  const t = await getTranslations('webhooks');
  const result = await serverQuery(WebhooksDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { webhooks } = result.data;
  return (
    <div className={classes.stack}>
      <AutoRefresh />
      <Surface>
        <div className={classes.head}>
          <div>
            <h2>{t('title')}</h2>
            <p>{t('text')}</p>
          </div>
          <CreateWebhook />
        </div>
        {webhooks.length === 0 && (
          <EmptyState icon={<IconWebhook size={22} />} title={t('empty')} text={t('emptyText')} />
        )}
      </Surface>
      {webhooks.map((webhook) => (
        <WebhookCard key={webhook.id} webhook={webhook} />
      ))}
    </div>
  );
}
