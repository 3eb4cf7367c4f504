import { getTranslations } from 'next-intl/server';
import { Pill } from '../../components/ui/pill';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { WebhookDeliveriesDocument, type WebhookRowFragment } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { DeliveriesTable } from './deliveries-table';
import { WebhookActions } from './webhook-actions';
import classes from './webhooks.module.css';

/** One receiver with the latest of what it was told. */
export async function WebhookCard({ webhook }: { readonly webhook: WebhookRowFragment }) {
  const t = await getTranslations('webhooks');
  const { id, name, url, events, isEnabled } = webhook;
  const result = await serverQuery(WebhookDeliveriesDocument, { webhookId: id });
  return (
    <Surface
      title={<bdi>{name}</bdi>}
      titleId={`webhook-${id}`}
      actions={<Pill tone={isEnabled ? 'good' : 'quiet'}>{t(isEnabled ? 'on' : 'off')}</Pill>}
      isFlush
    >
      <div className={classes.facts}>
        <code dir="ltr">{url}</code>
        <p>{events.map((event) => t(`event.${event}`)).join(' · ')}</p>
        <WebhookActions webhook={webhook} />
      </div>
      {!result.ok && <ProblemState problem={result.problem} />}
      {result.ok && result.data.webhookDeliveries.nodes.length === 0 && <p className={classes.none}>{t('none')}</p>}
      {result.ok && result.data.webhookDeliveries.nodes.length > 0 && (
        <DeliveriesTable label={t('deliveriesOf', { name })} rows={result.data.webhookDeliveries.nodes} />
      )}
    </Surface>
  );
}
