import { DomainError } from '@rollcall/contracts';
import { Command, CommanderError } from 'commander';
import { EnvError } from '../env.js';
import { addApiKeyCommands } from './api-key.command.js';
import { addAttendanceCommands } from './attendance.command.js';
import { addAttendanceImportCommand } from './attendance-import.command.js';
import { addAuditCommands } from './audit.command.js';
import { addBackupCommand } from './backup.command.js';
import type { CliState } from './cli-state.js';
import { addDemoCommand } from './demo/demo.command.js';
import { addDoctorCommand } from './doctor.command.js';
import { addEmployeesImportCommand } from './employees-import.command.js';
import { addEraseEmployeeCommand } from './erase-employee.command.js';
import { CliError, EXIT, type ExitCode } from './exit-codes.js';
import { addFaceCommands } from './face.command.js';
import { processTerminal, type Terminal } from './output.js';
import { addRestoreCommand } from './restore.command.js';
import { addRotateMasterKeyCommand } from './rotate-master-key.command.js';
import { addTemplateCommands } from './templates.command.js';
import { addUserCommands } from './user.command.js';

/**
 * Runs one command line.
 *
 * @param args without the program and the script
 * @returns 0 done, 1 the answer is no, 2 it could not be done
 */
export async function runCli(args: readonly string[], terminal: Terminal = processTerminal): Promise<ExitCode> {
  const state: CliState = { terminal, exitCode: EXIT.done };
  const program = createProgram(state);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return state.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    if (error instanceof CommanderError) return EXIT.failed;
    terminal.error(sentenceOf(error));
    return EXIT.failed;
  }
}

function createProgram(state: CliState): Command {
  const { terminal } = state;
  const program = new Command('rollcall')
    .description('Rollcall on the command line. Exit code 0: done; 1: the answer is no; 2: it could not be done.')
    .showHelpAfterError('Add --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    })
    .exitOverride();
  addFaceCommands(program, state);
  addApiKeyCommands(program, state);
  addUserCommands(program, state);
  addAttendanceCommands(program, state);
  addAuditCommands(program, state);
  addDemoCommand(program, state);
  addDoctorCommand(program, state);
  addAttendanceImportCommand(program, state);
  addEmployeesImportCommand(program, state);
  addTemplateCommands(program, state);
  addEraseEmployeeCommand(program, state);
  addBackupCommand(program, state);
  addRestoreCommand(program, state);
  addRotateMasterKeyCommand(program, state);
  for (const command of allCommands(program)) {
    command.copyInheritedSettings(program).showHelpAfterError('Add --help to see how it is used.');
  }
  return program;
}

function allCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function sentenceOf(error: unknown): string {
  // Which file, and what about it: whoever runs a command has the file, and a caller of the API has not.
  if (error instanceof DomainError && error.code === 'MODEL_INTEGRITY' && error.internal !== undefined)
    return `${error.message} (${error.internal})`;
  if (error instanceof CliError || error instanceof EnvError || error instanceof DomainError) return error.message;
  return `Something went wrong: ${error instanceof Error ? error.message : String(error)}`;
}
