/** Who may do what: roles for people, scopes for API keys. */
export const ROLES = ['OWNER', 'HR_ADMIN', 'MANAGER', 'AUDITOR', 'EMPLOYEE', 'KIOSK'] as const;
export type Role = (typeof ROLES)[number];

/** Of whom a second factor can be asked for: people. A kiosk is a machine and has no phone. */
export const SECOND_FACTOR_ROLES = [
  'OWNER',
  'HR_ADMIN',
  'MANAGER',
  'AUDITOR',
  'EMPLOYEE',
] as const satisfies readonly Role[];

/** How a session began. CODE: the password and a code of the app or a recovery code. */
export const SESSION_BEGINNINGS = ['PASSWORD', 'CODE', 'PASSKEY', 'SINGLE_SIGN_ON'] as const;
export type SessionBeginning = (typeof SESSION_BEGINNINGS)[number];

export const SCOPES = [
  'employees:read',
  'employees:write',
  'faces:write',
  'faces:verify',
  'attendance:read',
  'attendance:write',
  'attendance:manage',
  'reports:read',
  'exports:write',
  'audit:read',
  'users:manage',
  'admin',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What happens when presentation-attack detection says "attack": refuse the image, or keep it and flag it. */
export const PAD_POLICIES = ['REFUSE', 'FLAG'] as const;
export type PadPolicy = (typeof PAD_POLICIES)[number];

export const CONSENT_METHODS = ['ON_SCREEN', 'PAPER', 'IMPORTED'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

/** How sure a check must be. STRICT: a closer match. FACE_AND_PIN: the PIN beside the face, for people who look alike. */
export const VERIFICATION_LEVELS = ['STANDARD', 'STRICT', 'FACE_AND_PIN'] as const;
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];

export const EMPLOYEE_STATUSES = ['ACTIVE', 'INACTIVE', 'ERASED'] as const;
export type EmployeeStatus = (typeof EMPLOYEE_STATUSES)[number];
