/** Where a command writes, so that tests can read it. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
}

export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
};

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2));
}

/** Milliseconds with one decimal. */
export const roundMs = (ms: number): number => Math.round(ms * 10) / 10;
