import { DomainError } from '@rollcall/contracts';
import type { Invitation, Page, PageRequest } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import type { AccountStore } from '../../auth/accounts.js';
import { passwordProblem } from '../../auth/password-policy.js';
import { invitationLetter } from '../../mail/letters.js';
import type { Mail, MailTransport } from '../../mail/mail.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { actorRef, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import { requireGrantable } from './grants.js';
import { hashToken, newSecretToken, secretLink } from './secret-link.js';
import type { AcceptInvitationInput, InviteUserInput } from './user.inputs.js';
import { checkedAccess } from './user-access.js';

const VALID_DAYS = 7;
const MS_PER_DAY = 24 * 3600_000;

export interface LetterOptions {
  readonly accounts: AccountStore;
  readonly mail: MailTransport;
  /** Where people reach the dashboard. */
  readonly publicUrl: string;
  /** Told of a letter that could not be handed over. The error holds no link. */
  readonly onMailFailed: (error: unknown) => void;
}

export interface SentInvitation {
  readonly invitation: Invitation;
  readonly link: string;
  readonly isMailed: boolean;
}

const invitationTarget = (id: string) => ({ kind: 'INVITATION', id });

/** How people come in: nobody can sign up, somebody who may has to invite them. */
export class InvitationService {
  constructor(
    private readonly context: ServiceContext,
    private readonly options: LetterOptions,
  ) {}

  /** Newest first. */
  async list(actor: Actor, page: PageRequest): Promise<Page<Invitation>> {
    authorise(actor, 'users:manage');
    return this.context.db.invitations.list(page);
  }

  /**
   * Letters sent to the address before stop working.
   *
   * @throws DomainError FORBIDDEN for a role beyond the actor's own; BAD_USER_INPUT; CONFLICT if the address has an account
   */
  async invite(actor: Actor, input: InviteUserInput): Promise<SentInvitation> {
    authorise(actor, 'users:manage');
    requireGrantable(actor, [input.role]);
    const { db, now, newId } = this.context;
    const email = input.email.trim().toLowerCase();
    const access = await checkedAccess(this.context, { ...input, roles: [input.role] });
    if ((await db.users.findByEmail(email)) !== null)
      throw new DomainError('CONFLICT', {
        details: { field: 'email', problem: 'This address has an account already.' },
      });
    const { token, tokenHash } = newSecretToken();
    const [createdAt, expiresAt] = [now(), new Date(now().getTime() + VALID_DAYS * MS_PER_DAY)];
    const made = { id: newId(), email, ...access, invitedBy: actorRef(actor), createdAt, expiresAt, tokenHash };
    const invitation = await writeWitnessed(
      this.context,
      actor,
      {
        action: 'USER_INVITED',
        target: ({ id }: Invitation) => invitationTarget(id),
        details: { email, role: input.role },
      },
      async (session) => {
        await db.invitations.revokeOpen(email, createdAt, { session });
        return db.invitations.insert({ ...made, acceptedAt: null, revokedAt: null }, { session });
      },
    );
    const link = secretLink(this.options.publicUrl, '/invitation', token);
    const { organisationName: organisation, letterLanguage: language } = await db.settings.get();
    const letter = invitationLetter({ to: email, language, organisation, link, days: VALID_DAYS });
    return { invitation, link, isMailed: await this.send(letter) };
  }

  /** Its link stops working. @throws DomainError NOT_FOUND; CONFLICT if it was accepted; FORBIDDEN */
  async revoke(actor: Actor, id: string): Promise<Invitation> {
    authorise(actor, 'users:manage');
    const { db, now } = this.context;
    return writeWitnessed(
      this.context,
      actor,
      { action: 'INVITATION_REVOKED', target: () => invitationTarget(id) },
      async (session) => {
        const revoked = await db.invitations.revoke(id, now(), { session });
        requireGrantable(actor, revoked.roles);
        return revoked;
      },
    );
  }

  /** For whoever holds the link. @throws DomainError NOT_FOUND unknown, used, revoked or expired: it never says which */
  async preview(token: string): Promise<Invitation & { readonly organisationName: string }> {
    const { db, now } = this.context;
    const invitation = await db.invitations.getOpen(hashToken(token), now());
    return { ...invitation, organisationName: (await db.settings.get()).organisationName };
  }

  /**
   * Makes the account. Of many at once with one link one succeeds.
   *
   * @returns the address to sign in with
   * @throws DomainError NOT_FOUND as for preview; BAD_USER_INPUT for a password that is easily guessed; CONFLICT
   */
  async accept(input: AcceptInvitationInput): Promise<string> {
    const { db, now } = this.context;
    const name = requiredText('name', input.name);
    const open = await db.invitations.getOpen(hashToken(input.token), now());
    refuseWeak(input.password, [name, open.email.split('@')[0] ?? '']);
    const { id, email, roles, siteIds, departmentIds, employeeId } = await db.invitations.take(open.id, now());
    const account = { email, name, password: input.password, roles, siteIds, departmentIds };
    const userId = await this.options.accounts
      .create({ ...account, ...(employeeId === null ? {} : { employeeId }) })
      .catch(async (error: unknown) => {
        await db.invitations.giveBack(id);
        throw error;
      });
    if (userId === null) throw new DomainError('CONFLICT');
    await db.audit.insert({
      ...{ id: this.context.newId(), at: now(), actor: { kind: 'USER', id: userId }, outcome: 'DONE', requestId: null },
      ...{ action: 'INVITATION_ACCEPTED', target: invitationTarget(id), details: { email, roles: [...roles] } },
    });
    return email;
  }

  private async send(letter: Mail): Promise<boolean> {
    const { mail, onMailFailed } = this.options;
    try {
      await mail.send(letter);
      return mail.isDelivering;
    } catch (error) {
      onMailFailed(error);
      return false;
    }
  }
}

/** @throws DomainError BAD_USER_INPUT */
export function refuseWeak(password: string, names: readonly string[]): void {
  if (passwordProblem(password, names) !== null) throw badInput('password', 'Choose a longer or rarer password.');
}
