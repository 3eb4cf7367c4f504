import { useTranslations } from 'next-intl';
import { Facts } from '../../components/ui/facts';
import { CalendarDate, Moment } from '../../components/ui/moment';
import { Surface } from '../../components/ui/surface';
import type { EmployeeProfileFragment } from '../../gql/graphql';

export function ProfileDetails({ employee }: { readonly employee: EmployeeProfileFragment }) {
  const t = useTranslations();
  const none = t('common.notSet');
  const date = (value: string | null) => (value ? <CalendarDate date={value} /> : none);
  return (
    <Surface title={t('employee.detailsTitle')} titleId="details">
      <Facts
        facts={[
          { label: t('employeeForm.number'), value: employee.number },
          { label: t('employeeForm.email'), value: employee.email ?? none },
          { label: t('employeeForm.site'), value: employee.site?.name ?? none },
          { label: t('employeeForm.joiningDate'), value: date(employee.joiningDate ?? null) },
          { label: t('employeeForm.leavingDate'), value: date(employee.leavingDate ?? null) },
          ...employee.serviceBreaks.map(({ from, to }) => ({
            label: t('employee.serviceBreak'),
            value: (
              <>
                <CalendarDate date={from} /> – <CalendarDate date={to} />
              </>
            ),
          })),
          { label: t('employeeForm.externalId'), value: employee.externalId ?? none },
          { label: t('employee.createdAt'), value: <Moment at={employee.createdAt} style="date" /> },
          { label: t('employee.updatedAt'), value: <Moment at={employee.updatedAt} style="dateTime" /> },
        ]}
      />
    </Surface>
  );
}
