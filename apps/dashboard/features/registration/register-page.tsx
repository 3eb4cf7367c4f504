import { IconUserQuestion } from '@tabler/icons-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { RegistrationSubjectDocument } from '../../gql/graphql';
import { reportLocaleOf } from '../../i18n/report-locale';
import { serverQuery } from '../../lib/graphql/server-query';
import { isAnswerable } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { RegisterFlow } from './register-flow';
import classes from './registration.module.css';

export async function RegisterPage({ id }: { readonly id: string }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations();
  const result = await serverQuery(RegistrationSubjectDocument, { id, language: reportLocaleOf(await getLocale()) });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { employee, consentText } = result.data;
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('register.title')}
        lead={employee && <span dir="auto">{t('register.for', { name: employee.name })}</span>}
        back={
          employee
            ? { href: `/employees/${employee.id}`, label: employee.name }
            : { href: '/employees', label: t('employee.backToList') }
        }
      />
      {employee?.status === 'ACTIVE' ? (
        <RegisterFlow
          employee={employee}
          consentText={consentText}
          canAllowDuplicate={isAnswerable(signedIn.data.viewer)}
        />
      ) : (
        <Surface>
          <EmptyState
            icon={<IconUserQuestion size={22} />}
            title={employee ? t('register.markedLeft') : t('employee.notFoundText')}
          />
        </Surface>
      )}
    </div>
  );
}
