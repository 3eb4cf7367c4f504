import type { Command } from 'commander';
import { EnvError, readEnv } from '../env.js';
import type { CliState } from './cli-state.js';
import { type Finding, runChecks } from './doctor-checks.js';
import { EXIT } from './exit-codes.js';
import { printJson } from './output.js';

export function addDoctorCommand(program: Command, state: CliState): void {
  program
    .command('doctor')
    .description(
      'Checks this installation and says what to do. Exit code 0: all is well; 1: something needs attention.',
    )
    .option('--json', 'print the findings as JSON')
    .action(async (flags: { json?: boolean }) => {
      const findings = await examine();
      if (flags.json) printJson(state.terminal, { isHealthy: findings.every((one) => one.isOk), findings });
      else for (const line of findings.flatMap(describe)) state.terminal.out(line);
      state.exitCode = findings.every((one) => one.isOk) ? EXIT.done : EXIT.no;
    });
}

async function examine(): Promise<readonly Finding[]> {
  try {
    return await runChecks(readEnv());
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return [
      {
        name: 'settings',
        isOk: false,
        message: error.message,
        advice: 'Correct them; .env.example explains each one.',
      },
    ];
  }
}

function describe({ name, isOk, message, advice }: Finding): readonly string[] {
  const line = `${isOk ? 'ok  ' : 'BAD '} ${name}: ${message}`;
  return advice === null ? [line] : [line, `     ${advice}`];
}
