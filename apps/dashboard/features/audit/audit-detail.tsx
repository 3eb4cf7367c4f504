'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Fact, Facts } from '../../components/ui/facts';
import { Moment } from '../../components/ui/moment';
import { SideSheet } from '../../components/ui/side-sheet';
import type { AuditLineFragment } from '../../gql/graphql';
import classes from './audit.module.css';
import { AuditOutcomePill } from './audit-outcome-pill';
import { AuditPartyName } from './audit-party-name';
import { useAuditNames } from './use-audit-names';

interface AuditDetailProps {
  readonly entry: AuditLineFragment | null;
  readonly onClose: () => void;
}

/** Everything that was noted of one act, and ways to what else belongs to it. */
export function AuditDetail({ entry, onClose }: AuditDetailProps) {
  const t = useTranslations();
  return (
    <SideSheet isOpen={entry !== null} onClose={onClose} title={t('audit.detailTitle')} closeLabel={t('common.close')}>
      {entry && (
        <div className={classes.detail}>
          <EntryFacts entry={entry} />
          <Noted details={entry.details} />
          <EntryLinks entry={entry} onFollow={onClose} />
        </div>
      )}
    </SideSheet>
  );
}

function EntryFacts({ entry }: { readonly entry: AuditLineFragment }) {
  const t = useTranslations('audit');
  const names = useAuditNames();
  const { at, actor, action, target, outcome, requestId, sequence } = entry;
  const facts: Fact[] = [
    { label: t('columnAction'), value: names.action(action) },
    { label: t('columnOutcome'), value: <AuditOutcomePill outcome={outcome} /> },
    { label: t('columnTime'), value: <Moment at={at} style="dateTime" /> },
    { label: t('columnActor'), value: <AuditPartyName party={actor} /> },
  ];
  if (target) facts.push({ label: t('columnTarget'), value: <AuditPartyName party={target} /> });
  facts.push({ label: t('code'), value: <Code text={action} /> });
  if (requestId) facts.push({ label: t('request'), value: <Code text={requestId} /> });
  facts.push({ label: t('sequence'), value: sequence ?? t('notChained') });
  return <Facts facts={facts} />;
}

function Noted({ details }: Pick<AuditLineFragment, 'details'>) {
  const t = useTranslations('audit');
  if (details.length === 0) return <p>{t('nothingNoted')}</p>;
  const facts = details.map(({ name, value }) => ({
    label: name,
    value: (
      <span className={classes.value} dir="auto">
        {value ?? '–'}
      </span>
    ),
  }));
  return (
    <section aria-labelledby="noted">
      <h3 id="noted" className={classes.heading}>
        {t('noted')}
      </h3>
      <Facts facts={facts} />
    </section>
  );
}

function EntryLinks({ entry: { actor, target }, onFollow }: { entry: AuditLineFragment; onFollow: () => void }) {
  const t = useTranslations('audit');
  const link = (href: string, label: string) => (
    <Button component={Link} href={href} onClick={onFollow} variant="default" size="xs">
      {label}
    </Button>
  );
  return (
    <div className={classes.links}>
      {link(`/audit?${new URLSearchParams({ actor: actor.id })}`, t('onlyActor'))}
      {target && link(`/audit?${new URLSearchParams({ kind: target.kind, target: target.id })}`, t('onlyTarget'))}
      {target?.kind === 'EMPLOYEE' && target.name && link(`/employees/${target.id}`, t('openPerson'))}
    </div>
  );
}

function Code({ text }: { readonly text: string }) {
  return (
    <span className={classes.code} dir="ltr">
      {text}
    </span>
  );
}
