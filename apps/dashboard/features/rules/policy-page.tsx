import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { PolicyRulesDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { readText, type SearchParams } from '../../lib/navigation/page-params';
import { addDays, dateIn } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { EditPolicy } from './edit-policy';
import { groupPolicies } from './load-rules';
import { toPolicyFields } from './policy-fields';
import { leversOf } from './policy-levers';
import { PolicyVersions } from './policy-versions';
import classes from './rules.module.css';

const DAYS_BACK = 31;

interface PolicyPageProps {
  readonly policyId: string;
  readonly params: SearchParams;
}

/** One policy: its levers, to be changed into a next version, and the versions before. */
export async function PolicyPage({ policyId, params }: PolicyPageProps) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('rules');
  const result = await serverQuery(PolicyRulesDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const policy = groupPolicies(result.data).find((one) => one.policyId === policyId);
  if (policy === undefined) notFound();
  const { viewer, timeZone } = signedIn.data;
  const wanted = Number(readText(params.version));
  const shown = policy.versions.find(({ number }) => number === wanted) ?? policy.newest;
  const today = dateIn(timeZone, new Date());
  // Trying out needs the days, storing needs the rules.
  const isReadOnly = !may(viewer, 'employees:write') || !may(viewer, 'attendance:manage');
  return (
    <>
      <PageHeader
        title={<span dir="auto">{policy.newest.name}</span>}
        lead={t('editing', { number: shown.number, next: policy.newest.number + 1 })}
        back={{ href: '/rules', label: t('title') }}
      />
      <div className={classes.stack}>
        <EditPolicy
          key={shown.id}
          policyId={policyId}
          initial={toPolicyFields(shown.name, today, leversOf(shown))}
          initialRange={{ from: addDays(today, -DAYS_BACK), to: today }}
          lawBreaks={result.data.statutoryBreaks}
          isReadOnly={isReadOnly}
        />
        <Surface title={t('versions')} titleId="rule-versions" isFlush>
          <PolicyVersions versions={policy.versions} shown={shown.number} />
        </Surface>
      </div>
    </>
  );
}
