import { DomainError, ERRORS } from '@rollcall/contracts';

/** The keywords of RFC 7644, table 9, that are in use. */
export type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'uniqueness';

/** What a request of the protocol itself is refused with; services throw DomainError. `detail` never holds a value that was sent. */
export class ScimError extends Error {
  constructor(
    readonly status: number,
    readonly scimType: ScimType | null,
    readonly detail: string,
  ) {
    super(detail);
  }
}

export const invalidValue = (attribute: string, problem: string): ScimError =>
  new ScimError(400, 'invalidValue', `${attribute}: ${problem}`);

/** What the model calls by another name. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  number: 'userName',
  name: 'displayName',
  email: 'emails',
  departmentId: 'department',
  costCentre: 'costCenter',
};

/** @param isConditional whether the request named a version: then a change in the meantime is 412 */
export function toScimError(error: unknown, isConditional: boolean): ScimError | null {
  if (error instanceof ScimError) return error;
  if (!(error instanceof DomainError)) return ofBodyReader(error);
  const { code, details, message } = error;
  const { httpStatus, kind } = ERRORS[code];
  if (kind === 'fault') return null;
  const { field, fields, problem } = details ?? {};
  const named = typeof field === 'string' ? field : Array.isArray(fields) ? String(fields[0]) : null;
  const attribute = named === null ? null : attributeOf(named);
  const detail = [attribute, typeof problem === 'string' ? problem : message].filter(Boolean).join(': ');
  if (code === 'CONFLICT' && Array.isArray(fields)) return new ScimError(409, 'uniqueness', detail);
  if (code === 'CONFLICT' && isConditional) return new ScimError(412, null, message);
  return new ScimError(httpStatus, code === 'BAD_USER_INPUT' ? 'invalidValue' : null, detail);
}

/** A value that is taken is told by the key that its index has. */
const attributeOf = (field: string): string => ATTRIBUTES[field.replace(/Key$/, '')] ?? field.replace(/Key$/, '');

function ofBodyReader(error: unknown): ScimError | null {
  const { type, status } = (error ?? {}) as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large') return new ScimError(413, null, ERRORS.PAYLOAD_TOO_LARGE.message);
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return new ScimError(400, 'invalidSyntax', 'The address or the body cannot be read.');
}
