import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running embedded MongoDB leaves for the command line and for a second start. Holds a password: mode 600. */
export interface Runtime {
  readonly uri: string;
  readonly pid: number;
  readonly port: number;
  readonly version: string;
}

const fileOf = (dataDir: string) => join(dataDir, 'runtime.json');

export async function readRuntime(dataDir: string): Promise<Runtime | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Runtime;
  } catch {
    return null;
  }
}

export async function writeRuntime(dataDir: string, runtime: Runtime): Promise<void> {
  const temporary = `${fileOf(dataDir)}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(runtime)}\n`, { mode: 0o600 });
  await rename(temporary, fileOf(dataDir));
}

export async function removeRuntime(dataDir: string): Promise<void> {
  await rm(fileOf(dataDir), { force: true });
}

/** True if a process of that number runs and may be ours. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
