import type { PadPolicy, Role, Scope } from '@rollcall/contracts';

/** Who makes a request: a signed-in person, an API key, or the system itself (jobs, command line). */
export interface Actor {
  readonly kind: 'USER' | 'API_KEY' | 'DEVICE' | 'SYSTEM';
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly scopes: ReadonlySet<Scope>;
  /** What happens to an image that looks like a fake when it comes through this actor. */
  readonly padPolicy: PadPolicy;
  /** The sites a manager may see; null: all of them. */
  readonly siteIds: readonly string[] | null;
  /** And the people of these departments, wherever they work. Says nothing where `siteIds` is null. */
  readonly departmentIds: readonly string[];
  /** The employee this person is, if any. */
  readonly employeeId: string | null;
  /** The request in which this actor acts, for the audit; null outside a request. */
  readonly requestId: string | null;
  /** Of a person: the session of this request, by its id. */
  readonly sessionId?: string;
  /** True: the role needs a second factor that this session was not begun with; only setting one up is open. */
  readonly lacksSecondFactor?: boolean;
  /** Of a paired device: where it stands, and since when its key is its key. */
  readonly device?: { readonly siteId: string; readonly pairedAt: Date | null };
  /** Where the request came from, behind the proxies we trust; unknown outside a request. */
  readonly clientAddress?: string | undefined;
}
