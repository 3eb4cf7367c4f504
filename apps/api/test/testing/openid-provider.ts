import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Who signs in at the provider, as it says so itself. */
export interface ProviderAccount {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
}

export const CLIENT = { clientId: 'rollcall', clientSecret: 'a secret of the test and nothing else' };

/** A real OpenID provider on a port of its own; whoever comes is signed in as `account` without being asked. */
export async function startOpenIdProvider(returnTo: string) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: { account: ProviderAccount } = { account: { sub: 'nobody', email: 'nobody@example.org' } };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [returnTo],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ ...state.account, name: 'Their name' }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const result = { login: { accountId: state.account.sub, remember: false } };
    return provider.interactionFinished(request, response, result).catch((error: Error) => {
      response.statusCode = 500;
      response.end(error.message);
    });
  });
  return {
    issuer,
    signInAs: (account: ProviderAccount) => {
      state.account = account;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
