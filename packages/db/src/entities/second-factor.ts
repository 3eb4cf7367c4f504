/** The authenticator app of one person, as the sign-in library keeps it. */
export interface SecondFactor {
  readonly id: string;
  readonly userId: string;
  /** Encrypted. */
  readonly secret: string;
  /** The recovery codes not used yet, encrypted. */
  readonly recoveryCodes: string;
  /** False from the set-up until the first right code. */
  readonly isVerified: boolean;
}
