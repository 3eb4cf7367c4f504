import { installPythonTool } from '../python-tool.mjs';

/** The version that was tried; MIT. */
const VERSION = '4.32.5';

/** @returns {Promise<string>} the program @throws Error with what pip or Python said */
export const installSchemathesis = () =>
  installPythonTool(`schemathesis-${VERSION}`, [`schemathesis==${VERSION}`], 'schemathesis');
