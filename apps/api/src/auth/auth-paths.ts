/** Where a passkey signs in, below `/api/auth`. */
export const PASSKEY_SIGN_IN = '/passkey/verify-authentication';
/** Where the provider of the organisation sends the browser back to. */
export const SINGLE_SIGN_ON_RETURN = '/callback/:id';
