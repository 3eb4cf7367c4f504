import { readFile } from 'node:fs/promises';
import { RollcallClient, RollcallError } from '@rollcall/client';

/**
 * A door that opens for a face. Reads ROLLCALL_URL and ROLLCALL_KEY from the environment.
 *
 *   register NUMBER NAME PHOTO…   (a key with employees:write, faces:write) for whoever has agreed on paper
 *   open NUMBER PHOTO             (a key with faces:verify) exits with 0 if the door opens, with 1 if not
 */
const { ROLLCALL_URL = 'http://localhost:4000', ROLLCALL_KEY = '' } = process.env;
const rollcall = new RollcallClient({ url: ROLLCALL_URL, apiKey: ROLLCALL_KEY });

const photoOf = async (file: string) => ({ base64: await readFile(file, 'base64') });

async function register([number, name, ...files]: readonly string[]): Promise<boolean> {
  if (number === undefined || name === undefined || files.length === 0) return usage();
  const employee = await rollcall.createEmployee({ number, name });
  await rollcall.recordConsent({ employeeId: employee.id, method: 'PAPER' });
  const images = await Promise.all(files.map(photoOf));
  const { outcome } = await rollcall.registerFace({ employeeId: employee.id, images });
  console.log(`${number}: ${outcome}`);
  return outcome === 'REGISTERED';
}

async function open([employeeNumber, file]: readonly string[]): Promise<boolean> {
  if (employeeNumber === undefined || file === undefined) return usage();
  const { outcome } = await rollcall.verifyFace({ employeeNumber, image: await photoOf(file) });
  // Every other outcome keeps the door shut, those of later versions too.
  const opens = outcome === 'MATCH';
  console.log(opens ? 'The door opens.' : `The door stays shut: ${outcome}`);
  return opens;
}

function usage(): false {
  console.error('door-controller register NUMBER NAME PHOTO… | open NUMBER PHOTO');
  return false;
}

async function main([command, ...rest]: readonly string[]): Promise<boolean> {
  if (command === 'register') return register(rest);
  if (command === 'open') return open(rest);
  return usage();
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof RollcallError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
