import { TOOLS } from './paths.mjs';
import { lastLines, runTool } from './run-tool.mjs';
import { BootstrapError } from './say.mjs';

/** Build tools must not phone home. */
export const QUIET_ENV = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/**
 * Builds what changed since the last build; turbo keeps the rest.
 *
 * @param {{ isVerbose?: boolean }} [options]
 * @returns {Promise<string>} what was done
 * @throws BootstrapError with the end of the build's output
 */
export async function build({ isVerbose = false } = {}) {
  const args = [TOOLS.turbo, 'run', 'build', '--ui=stream', '--log-order=grouped', '--output-logs=errors-only'];
  const { code, output } = await runTool(process.execPath, args, { env: QUIET_ENV, isVerbose });
  if (code !== 0) throw new BootstrapError(`The build failed; its last lines were:\n${lastLines(output, 40)}`);
  return output.includes('FULL TURBO') ? 'up to date' : 'built';
}
