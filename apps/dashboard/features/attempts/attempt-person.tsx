import { useTranslations } from 'next-intl';
import { Person } from '../../components/ui/person';

interface AttemptPersonProps {
  readonly attempt: {
    readonly employeeNumber?: string | null;
    readonly employee?: { readonly id: string; readonly number: string; readonly name: string } | null;
  };
}

/** Who an attempt was about, as far as that is known. */
export function AttemptPerson({ attempt: { employee, employeeNumber } }: AttemptPersonProps) {
  const t = useTranslations('attempts');
  if (employee) return <Person name={employee.name} number={employee.number} href={`/employees/${employee.id}`} />;
  return <span>{employeeNumber ? t('unknownNumber', { number: employeeNumber }) : t('nobody')}</span>;
}
