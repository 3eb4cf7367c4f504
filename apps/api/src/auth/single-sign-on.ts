import type { AuthContext } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Logger } from '../http/logger.js';
import type { HookContext } from './auth-hooks.js';

export interface SingleSignOnOptions {
  /** Its discovery document lies at `<issuer>/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button at the sign-in says. */
  readonly name: string;
  /** Takes an address the provider does not call verified; for providers that never say so and give addresses themselves. */
  readonly trustsAddresses: boolean;
}

/** Part of the address that the provider calls back. */
export const SINGLE_SIGN_ON_ID = 'sso';
const START = '/sign-in/social';
/** What a browser may say when it begins; the rest of the library's options (tokens, scopes, signing up) stays closed. */
const START_FIELDS: ReadonlySet<string> = new Set(['provider', 'callbackURL', 'errorCallbackURL', 'disableRedirect']);
const DISCOVERY_TIMEOUT_MS = 5_000;

/** As much as is needed of the sign-in library. */
interface SignIn {
  readonly $context: Promise<Pick<AuthContext, 'socialProviders'>>;
}

/** Sign-in through the OpenID provider of the organisation, for people who have an account here already. */
export class SingleSignOn {
  #running: Promise<boolean> | null = null;

  constructor(
    private readonly options: SingleSignOnOptions,
    private readonly log: Logger,
  ) {}

  get name(): string {
    return this.options.name;
  }

  /**
   * Asks the provider for its addresses and keys when they are first needed: a provider that cannot be reached neither holds up
   * the start nor stays missing until the next one.
   *
   * @returns false if it cannot be used now
   */
  isReady(auth: SignIn): Promise<boolean> {
    this.#running ??= this.discover(auth).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  private async discover(auth: SignIn): Promise<boolean> {
    const context = await auth.$context;
    if (context.socialProviders.some(({ id }) => id === SINGLE_SIGN_ON_ID)) return true;
    const waiting = new Promise<null>((resolve) => setTimeout(resolve, DISCOVERY_TIMEOUT_MS, null).unref());
    // The plugin types its context for any options; ours has its own.
    const found = await Promise.race([this.plugin().init(context as never), waiting]);
    const provider = found?.context.socialProviders.find(({ id }) => id === SINGLE_SIGN_ON_ID);
    if (provider === undefined || provider.issuer !== this.options.issuer) {
      const problem =
        provider === undefined ? 'cannot be reached or lacks its keys' : `calls itself ${provider.issuer}`;
      this.log.warn({ issuer: this.options.issuer }, `single sign-on: the provider ${problem}`);
      return false;
    }
    context.socialProviders.push(provider);
    return true;
  }

  private plugin() {
    const { issuer, clientId, clientSecret, name, trustsAddresses } = this.options;
    return genericOAuth({
      config: [
        {
          ...{ providerId: SINGLE_SIGN_ON_ID, name, clientId, clientSecret },
          discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
          scopes: ['openid', 'email', 'profile'],
          requireIdTokenVerification: true,
          // Who may come in is decided here, by invitation.
          disableSignUp: true,
          mapProfileToUser: (profile) => ({ emailVerified: trustsAddresses || profile.emailVerified === true }),
        },
      ],
    });
  }
}

/** Where a browser goes in the dashboard that came back from the provider for nothing; the library adds `error`. */
export const SIGN_IN_FAILED = '/sign-in?sso=failed';

/** @throws APIError BAD_REQUEST for anything but a plain beginning of the way through the provider */
export function refuseOddStart(context: HookContext): void {
  if (context.path !== START) return;
  const body = (context.body ?? {}) as Readonly<Record<string, unknown>>;
  if (body.provider !== SINGLE_SIGN_ON_ID || Object.keys(body).some((field) => !START_FIELDS.has(field)))
    throw new APIError('BAD_REQUEST', { code: 'BAD_USER_INPUT', message: 'Only the provider and two paths.' });
}
