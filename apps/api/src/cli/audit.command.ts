import { assertNever } from '@rollcall/contracts';
import type { AuditFault, AuditVerification } from '@rollcall/db';
import type { Command } from 'commander';
import { readEnv } from '../env.js';
import type { CliState } from './cli-state.js';
import { EXIT } from './exit-codes.js';
import { printJson } from './output.js';
import { withDatabase } from './with-database.js';

export function addAuditCommands(program: Command, state: CliState): void {
  const audit = program.command('audit').description('The record of who did what.');
  audit
    .command('verify')
    .description('Follows the chain of the audit log. Exit code 0: intact; 1: changed, and where; 2: could not tell.')
    .option('--json', 'print the answer as JSON')
    .action(async (flags: { json?: boolean }) => {
      const result = await withDatabase(readEnv(), (database) => database.verifyAudit());
      if (flags.json) printJson(state.terminal, result);
      else state.terminal.out(describe(result));
      state.exitCode = result.isIntact ? EXIT.done : EXIT.no;
    });
}

function describe(result: AuditVerification): string {
  if (result.isIntact)
    return `The audit log is intact: ${result.sealedCount} entries in the chain, ${result.pendingCount} waiting for it.`;
  const { firstFault, checkedCount } = result;
  const place = firstFault.sequence === null ? 'not in the chain yet' : `number ${firstFault.sequence}`;
  const entry = firstFault.entryId === null ? '' : `, entry ${firstFault.entryId} (${place})`;
  return `The audit log was changed after ${checkedCount} good entries: ${faultSentence(firstFault)}${entry}.`;
}

function faultSentence({ reason }: AuditFault): string {
  switch (reason) {
    case 'CONTENT_CHANGED':
      return 'an entry does not say what was written';
    case 'CHAIN_BROKEN':
      return 'an entry is not linked to the one before it';
    case 'GAP':
      return 'one or more entries are missing';
    case 'TRUNCATED':
      return 'entries at the end are missing';
    case 'HEAD_CHANGED':
      return 'the head of the chain is missing or was not written by us';
    default:
      return assertNever(reason);
  }
}
