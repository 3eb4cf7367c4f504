import { once } from 'node:events';

/** Where a command writes, so that tests can read it. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  /** Resolves once what was written was taken; for output that is larger than memory. */
  drained?(): Promise<void>;
}

export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  drained: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  },
};

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2));
}

/** Milliseconds with one decimal. */
export const roundMs = (ms: number): number => Math.round(ms * 10) / 10;
