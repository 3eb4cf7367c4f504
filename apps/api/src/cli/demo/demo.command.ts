import { FaceEngine } from '@rollcall/face-core';
import type { Command } from 'commander';
import { readEnv } from '../../env.js';
import { engineOptionsFrom } from '../../services/engine-options.js';
import { newId, now } from '../../services/open-rollcall-database.js';
import type { CliState } from '../cli-state.js';
import { printJson } from '../output.js';
import { withDatabase } from '../with-database.js';
import { findPhotos } from './demo-photos.js';
import { type DemoResult, fillDemo } from './fill-demo.js';

const REPORT_EVERY = 50;

export function addDemoCommand(program: Command, state: CliState): void {
  program
    .command('demo')
    .description('Fills an empty installation with a demo company: two sites, twelve people, a month of marks.')
    .option('--json', 'print the answer as JSON')
    .action(async (flags: { readonly json?: boolean }) => {
      const { terminal } = state;
      const photos = await findPhotos();
      const env = readEnv();
      const onProgress = (done: number, total: number): void => {
        if (done % REPORT_EVERY === 0 || done === total) terminal.error(`${done} of ${total} marks`);
      };
      const result = await withDatabase(env, (database) =>
        withEngine((engine) => fillDemo({ database, engine, photos, now, newId, onProgress })),
      );
      if (flags.json) printJson(terminal, result);
      else terminal.out(describe(result));
    });
}

async function withEngine<T>(work: (engine: FaceEngine) => Promise<T>): Promise<T> {
  const engine = await FaceEngine.create({ ...engineOptionsFrom(readEnv()), workers: 1 });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

function describe({ employees, marks }: DemoResult): string {
  const counts = Object.entries(marks).map(([outcome, count]) => `${count} ${outcome}`);
  return `${employees} people enrolled; attendance: ${counts.join(', ')}`;
}
