import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { ConsentTextDocument } from '../../gql/graphql';
import { reportLocaleOf } from '../../i18n/report-locale';
import { serverQuery } from '../../lib/graphql/server-query';
import { isAnswerable, may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { loadCustomFields } from '../custom-fields/load-custom-fields';
import { loadDepartments } from '../sites/load-departments';
import classes from './first-person.module.css';
import { FirstPersonFlow } from './first-person-flow';

export async function FirstPersonPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { viewer, sites } = signedIn.data;
  if (!may(viewer, 'employees:write') || !may(viewer, 'faces:write')) return <ProblemState problem="FORBIDDEN" />;
  const t = await getTranslations('firstPerson');
  const [result, departments, customFields] = await Promise.all([
    serverQuery(ConsentTextDocument, { language: reportLocaleOf(await getLocale()) }),
    loadDepartments(),
    loadCustomFields(),
  ]);
  if (!result.ok) return <ProblemState problem={result.problem} />;
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FirstPersonFlow
        choices={{ sites, departments, customFields }}
        consentText={result.data.consentText}
        canAllowDuplicate={isAnswerable(viewer)}
        isLivenessRequired={viewer.isLivenessRequired}
      />
    </div>
  );
}
