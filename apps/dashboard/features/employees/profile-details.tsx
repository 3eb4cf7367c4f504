import { useFormatter, useTranslations } from 'next-intl';
import { Facts } from '../../components/ui/facts';
import { CalendarDate, Moment } from '../../components/ui/moment';
import { Surface } from '../../components/ui/surface';
import type { CustomFieldRowFragment, EmployeeProfileFragment, EmployeeProfileQuery } from '../../gql/graphql';

type Site = EmployeeProfileQuery['sites'][number];

interface ProfileDetailsProps {
  readonly employee: EmployeeProfileFragment;
  /** All, those that were closed too. */
  readonly sites: readonly Site[];
  /** Those that the organisation added. */
  readonly fields: readonly CustomFieldRowFragment[];
}

export function ProfileDetails({ employee, sites, fields }: ProfileDetailsProps) {
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
          ...(employee.siteHistory.length > 1
            ? [{ label: t('employee.siteHistory'), value: <SiteHistory employee={employee} sites={sites} /> }]
            : []),
          { label: t('employeeForm.department'), value: employee.department?.name ?? none },
          { label: t('employeeForm.joiningDate'), value: date(employee.joiningDate ?? null) },
          { label: t('employeeForm.leavingDate'), value: date(employee.leavingDate ?? null) },
          ...employee.serviceBreaks.map(({ from, to }) => ({
            ...{ id: from, label: t('employee.serviceBreak') },
            value: (
              <>
                <CalendarDate date={from} /> – <CalendarDate date={to} />
              </>
            ),
          })),
          { label: t('employeeForm.externalId'), value: employee.externalId ?? none },
          ...fields.map((field) => ({
            ...{ id: field.key, label: field.label },
            value: <CustomValue field={field} employee={employee} />,
          })),
          ...(employee.hasPin == null
            ? []
            : [{ label: t('employee.pin'), value: t(employee.hasPin ? 'employee.pinSet' : 'common.notSet') }]),
          { label: t('employee.createdAt'), value: <Moment at={employee.createdAt} style="date" /> },
          { label: t('employee.updatedAt'), value: <Moment at={employee.updatedAt} style="dateTime" /> },
        ]}
      />
    </Surface>
  );
}

/** Where somebody belonged and from when on, the latest first. */
function SiteHistory({ employee: { siteHistory }, sites }: Omit<ProfileDetailsProps, 'fields'>) {
  const t = useTranslations('employee');
  return siteHistory.toReversed().map(({ siteId, from }) => (
    <div key={from ?? ''}>
      <bdi>{sites.find(({ id }) => id === siteId)?.name ?? siteId}</bdi>
      {from !== null && <> {t.rich('siteFrom', { date: () => <CalendarDate date={from} /> })}</>}
    </div>
  ));
}

interface CustomValueProps {
  readonly field: CustomFieldRowFragment;
  readonly employee: EmployeeProfileFragment;
}

function CustomValue({ field: { key, type }, employee }: CustomValueProps) {
  const t = useTranslations('common');
  const format = useFormatter();
  const value = employee.customFields?.find((one) => one.key === key)?.value;
  if (value === undefined) return t('notSet');
  if (type === 'DATE') return <CalendarDate date={value} />;
  return type === 'NUMBER' ? format.number(Number(value), { maximumFractionDigits: 20 }) : <bdi>{value}</bdi>;
}
