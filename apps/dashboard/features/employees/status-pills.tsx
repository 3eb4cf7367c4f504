import type { EmployeeStatus } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { Pill, type Tone } from '../../components/ui/pill';
import type { FaceStatus } from '../../gql/graphql';

const EMPLOYEE_TONE: Readonly<Record<EmployeeStatus, Tone>> = { ACTIVE: 'good', INACTIVE: 'quiet', ERASED: 'quiet' };
const FACE_TONE: Readonly<Record<FaceStatus, Tone>> = {
  ENROLLED: 'good',
  NOT_ENROLLED: 'quiet',
  RE_ENROLMENT_NEEDED: 'warn',
};

export function EmployeeStatusPill({ status }: { readonly status: EmployeeStatus }) {
  const t = useTranslations('employeeStatus');
  return <Pill tone={EMPLOYEE_TONE[status]}>{t(status)}</Pill>;
}

export function FaceStatusPill({ status }: { readonly status: FaceStatus }) {
  const t = useTranslations('faceStatus');
  return <Pill tone={FACE_TONE[status]}>{t(status)}</Pill>;
}
