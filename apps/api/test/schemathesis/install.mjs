import { installPythonTool } from '../python-tool.mjs';

/** The version that was tried; MIT. */
const VERSION = '4.32.5';

/** @returns {Promise<string>} the program @throws BootstrapError without Python or a package index */
export const installSchemathesis = () =>
  installPythonTool(`schemathesis-${VERSION}`, [`schemathesis==${VERSION}`], 'schemathesis');
