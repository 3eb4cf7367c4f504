'use strict';
// The door of `npm start` and `npm test`: it must load on any Node, however old, so it uses only the
// syntax of 2009 (and biome does not lint it).

var path = require('path');
var wanted = require('../package.json').engines.node.replace(/[^0-9.]/g, '');

/** True if version `have` is `want` or newer; both like "20.19.0". */
function isAtLeast(have, want) {
  var a = have.split('.').map(Number);
  var b = want.split('.').map(Number);
  for (var i = 0; i < 3; i += 1) {
    if (a[i] !== b[i]) return a[i] > b[i];
  }
  return true;
}

if (!isAtLeast(process.versions.node, wanted)) {
  console.error(
    'Rollcall needs Node.js ' +
      wanted +
      ' or newer, and this is ' +
      process.versions.node +
      ': install a newer one (for example with "nvm install 20") and run the same command again.',
  );
  process.exit(1);
}

// `import()` written out would be a syntax error on old versions, which then could not say the sentence above.
var load = new Function('url', 'return import(url)');
var script = path.join(__dirname, process.argv[2] + '.mjs');
process.argv.splice(1, 2, script);
load(require('url').pathToFileURL(script).href).catch(function (error) {
  console.error(error);
  process.exit(1);
});
