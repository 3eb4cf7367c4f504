import { DomainError } from '@rollcall/contracts';
import type { User } from '@rollcall/db';
import { passwordResetLetter } from '../../mail/letters.js';
import type { ServiceContext } from '../../services/service-context.js';
import { type LetterOptions, refuseWeak } from './invitation.service.js';
import { hashToken, newSecretToken, secretLink } from './secret-link.js';
import type { ResetPasswordInput } from './user.inputs.js';

const VALID_MINUTES = 30;
/** Further letters to one person within the hour are not sent: nobody's mailbox is flooded. */
const LETTERS_PER_HOUR = 3;
const MS_PER_MINUTE = 60_000;

/** A new password for who forgot theirs. Asking tells nobody whether an address has an account. */
export class PasswordResetService {
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly context: ServiceContext,
    private readonly options: LetterOptions,
  ) {}

  /** Returns before anything is looked up, so that the time it takes says nothing. */
  request(email: string): void {
    const work = this.sendLetter(email.trim())
      .catch(this.options.onMailFailed)
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /** Resolves when every letter that was asked for is on its way. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  /**
   * Ends every session of the person, wherever it is.
   *
   * @returns the address to sign in with
   * @throws DomainError NOT_FOUND unknown, used or expired; BAD_USER_INPUT for a password that is easily guessed
   */
  async reset(input: ResetPasswordInput): Promise<string> {
    const { db, now, newId } = this.context;
    const tokenHash = hashToken(input.token);
    const { userId } = await db.passwordResets.getOpen(tokenHash, now());
    const { email, name, deactivatedAt } = await db.users.getById(userId);
    if (deactivatedAt !== null) throw new DomainError('NOT_FOUND');
    refuseWeak(input.password, [name, email.split('@')[0] ?? '']);
    const user = { kind: 'USER', id: userId } as const;
    // Used up first: a crash after this costs a letter, before it a second password with one link.
    await db.withTransaction(async (session) => {
      await db.passwordResets.take(tokenHash, now(), { session });
      const entry = {
        id: newId(),
        at: now(),
        actor: user,
        action: 'PASSWORD_RESET',
        target: user,
        outcome: 'DONE',
      } as const;
      await db.audit.insert({ ...entry, requestId: null, details: {} }, { session });
    });
    await this.options.accounts.setPassword(userId, input.password);
    await db.userSessions.removeOf(userId);
    return email;
  }

  private async sendLetter(email: string): Promise<void> {
    const { db, now, newId } = this.context;
    const user = await db.users.findByEmail(email);
    if (user === null || user.deactivatedAt !== null || (await this.hadEnough(user))) return;
    const { token, tokenHash } = newSecretToken();
    const [createdAt, expiresAt] = [now(), new Date(now().getTime() + VALID_MINUTES * MS_PER_MINUTE)];
    await db.passwordResets.insert({ id: newId(), userId: user.id, tokenHash, createdAt, expiresAt });
    const link = secretLink(this.options.publicUrl, '/reset-password', token);
    const { organisationName: organisation, letterLanguage: language } = await db.settings.get();
    const letter = { to: user.email, language, organisation, link, minutes: VALID_MINUTES };
    await this.options.mail.send(passwordResetLetter(letter));
  }

  private async hadEnough({ id }: User): Promise<boolean> {
    const hourAgo = new Date(this.context.now().getTime() - 60 * MS_PER_MINUTE);
    return (await this.context.db.passwordResets.countSince(id, hourAgo)) >= LETTERS_PER_HOUR;
  }
}
