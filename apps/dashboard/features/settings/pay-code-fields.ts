import type { OrganisationSettingsQuery, PayClass, PayCodeInput } from '../../gql/graphql';

export type StoredPayCode = OrganisationSettingsQuery['settings']['payCodes'][number];

/** What the form holds of one code. */
export interface PayCodeFields {
  readonly payClass: PayClass;
  /** Empty: at any. Only of overtime. */
  readonly percent: number | '';
  /** Empty: any kind. Only of leave. */
  readonly leaveTypeId: string;
  readonly code: string;
}

export const PAY_CLASSES: readonly PayClass[] = [
  ...(['REGULAR', 'OVERTIME', 'UNPAID_OVERTIME', 'PAID_LEAVE', 'UNPAID_LEAVE', 'HOLIDAY'] as const),
  ...(['LATE', 'EARLY_EXIT', 'ABSENT', 'UNRESOLVED'] as const),
];
export const NO_PAY_CODE: PayCodeFields = { payClass: 'REGULAR', percent: '', leaveTypeId: '', code: '' };

export const hasPercent = (payClass: PayClass): boolean => payClass === 'OVERTIME';
export const hasLeaveType = (payClass: PayClass): boolean => payClass === 'PAID_LEAVE' || payClass === 'UNPAID_LEAVE';

export function toPayCodeFields({ payClass, percent, leaveTypeId, code }: StoredPayCode): PayCodeFields {
  return { payClass, percent: percent ?? '', leaveTypeId: leaveTypeId ?? '', code };
}

/** Without what the class has no use for. */
export function toPayCodeInput({ payClass, percent, leaveTypeId, code }: PayCodeFields): PayCodeInput {
  return {
    ...{ payClass, code: code.trim() },
    percent: hasPercent(payClass) && percent !== '' ? percent : null,
    leaveTypeId: hasLeaveType(payClass) && leaveTypeId !== '' ? leaveTypeId : null,
  };
}

/** Two codes for the same minutes cannot both count: the places of those that repeat one before. */
export function repeatedPayCodes(codes: readonly PayCodeFields[]): readonly number[] {
  const keyOf = (fields: PayCodeFields) => JSON.stringify({ ...toPayCodeInput(fields), code: null });
  const keys = codes.map(keyOf);
  return keys.flatMap((key, place) => (keys.indexOf(key) < place ? [place] : []));
}
