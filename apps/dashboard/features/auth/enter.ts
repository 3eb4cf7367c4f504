import { signIn } from './auth-requests';

/** Signs in with what was just chosen and goes in; if that does not work, to the sign-in page. */
export async function enter(email: string, password: string): Promise<void> {
  const { outcome } = await signIn(email, password);
  window.location.assign(outcome === 'SIGNED_IN' ? '/overview' : '/sign-in');
}
