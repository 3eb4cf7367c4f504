import type { Command } from 'commander';
import { readEnv } from '../env.js';
import { UserService } from '../modules/user/user.service.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { CliState } from './cli-state.js';
import { CliError } from './exit-codes.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

/** For what nobody in the dashboard can do, such as letting the only owner in again. */
export function addUserCommands(program: Command, state: CliState): void {
  const user = program.command('user').description('People with access.');
  user
    .command('reset-second-factor')
    .description(
      'For somebody who lost the phone: its passkeys are removed and the password alone opens the account again.',
    )
    .argument('<email>', 'what the person signs in with')
    .action(async (email: string) => {
      await withDatabase(readEnv(), async ({ repositories, withTransaction }) => {
        const found = await repositories.users.findByEmail(email);
        const isSecured = found !== null && (found.hasSecondFactor || (await repositories.passkeys.hasAny(found.id)));
        if (!isSecured) throw new CliError(`Nobody with the address ${email} has a second factor or a passkey.`);
        const users = new UserService({ db: { ...repositories, withTransaction }, now, newId });
        await users.resetSecondFactor(COMMAND_LINE, found.id);
      });
      state.terminal.out(`The second factor of ${email} was reset, and the person signed out everywhere.`);
    });
}
