import { DomainError } from '@rollcall/contracts';
import type { Command } from 'commander';
import { readEnv } from '../env.js';
import { ErasureService } from '../modules/erasure/erasure.service.js';
import type { ErasureCertificate } from '../modules/erasure/erasure.types.js';
import { newId, now } from '../services/open-rollcall-database.js';
import type { CliState } from './cli-state.js';
import { CliError, EXIT } from './exit-codes.js';
import { printJson } from './output.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

interface EraseFlags {
  readonly reason: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export function addEraseEmployeeCommand(program: Command, state: CliState): void {
  program
    .command('erase-employee')
    .description('Erases somebody who left, for good: face, name, number, account and what was typed about the person.')
    .argument('<number>', 'the number of the person')
    .requiredOption('--reason <text>', 'why, for the record of who did what; write no name into it, it stays')
    .option('--yes', 'do it; left out, it only says who it would be')
    .option('--json', 'print the certificate as JSON')
    .action(async (number: string, { reason, yes, json }: EraseFlags) => {
      await withDatabase(readEnv(), async ({ repositories, withTransaction }) => {
        const person = await repositories.employees.findByNumber(number);
        if (person === null) throw new CliError(`Nobody has the number ${number}.`);
        if (yes !== true) {
          state.exitCode = EXIT.no;
          return state.terminal.out(`${person.name} (${person.number}) would be erased for good. Add --yes to do it.`);
        }
        const service = new ErasureService({ db: { ...repositories, withTransaction }, now, newId });
        const input = { employeeId: person.id, number: person.number, reason };
        const certificate = await service.erase(COMMAND_LINE, input).catch(inOneSentence);
        if (json) printJson(state.terminal, certificate);
        else show(certificate, state);
      });
    });
}

/** @throws CliError what stands in the way */
function inOneSentence(error: unknown): never {
  const problem =
    error instanceof DomainError ? (error.details as { problem?: string } | undefined)?.problem : undefined;
  throw problem === undefined ? error : new CliError(problem);
}

function show({ id, employeeId, erased, destroyedKeyIds }: ErasureCertificate, { terminal }: CliState): void {
  terminal.out(`Erased. What stays is kept under the id ${employeeId}.`);
  for (const { kind, count } of erased) terminal.out(`  ${kind.toLowerCase().replaceAll('_', ' ')}: ${count}`);
  terminal.out(`  keys destroyed: ${destroyedKeyIds.length}`);
  terminal.out(`Certificate: entry ${id} of the record of who did what.`);
}
