import { IconAlertTriangle, IconLoader2, IconShieldCheck } from '@tabler/icons-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Tone } from '../../components/ui/pill';
import { ProblemState } from '../../components/ui/problem-state';
import classes from './chain-state.module.css';
import { type AuditChain, loadAuditChain } from './load-audit';

/** Whether the record can be relied on. Who may not read it sees the refusal in the list below, not twice. */
export async function ChainState() {
  const result = await loadAuditChain();
  if (!result.ok) return result.problem === 'FORBIDDEN' ? null : <ProblemState problem={result.problem} />;
  return result.data.isIntact ? <WholeChain chain={result.data} /> : <BrokenChain chain={result.data} />;
}

export async function ChainChecking() {
  const t = await getTranslations('audit');
  return <Notice tone="quiet" icon={<IconLoader2 size={22} />} title={t('chainChecking')} />;
}

async function WholeChain({ chain: { from, checkedCount } }: { readonly chain: AuditChain }) {
  const t = await getTranslations('audit');
  const format = await getFormatter();
  const text = from
    ? t('chainWholeText', { count: checkedCount, from: format.dateTime(new Date(from), { dateStyle: 'long' }) })
    : t('chainEmpty');
  return <Notice tone="good" icon={<IconShieldCheck size={22} />} title={t('chainWhole')} text={text} />;
}

async function BrokenChain({ chain: { to, checkedCount, fault } }: { readonly chain: AuditChain }) {
  const t = await getTranslations('audit');
  const format = await getFormatter();
  const until = to ? format.dateTime(new Date(to), { dateStyle: 'long', timeStyle: 'medium' }) : '';
  const reason = fault ? t(`fault.${fault.reason}`) : '';
  return (
    <Notice
      tone="bad"
      icon={<IconAlertTriangle size={22} />}
      title={t('chainBroken')}
      text={
        <>
          {fault?.sequence == null
            ? t('chainPending', { reason })
            : t('chainPlace', { sequence: fault.sequence, reason })}
          <br />
          {t('chainBrokenText', { count: checkedCount, to: until })}
        </>
      }
    />
  );
}

interface NoticeProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: ReactNode;
}

function Notice({ tone, icon, title, text }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <div>
        <p className={classes.title}>{title}</p>
        {text && <p className={classes.text}>{text}</p>}
      </div>
    </div>
  );
}
