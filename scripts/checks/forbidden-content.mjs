/**
 * What must never be in git, found by content as well as by name.
 *
 * @typedef {{ file: string, why: string }} Finding
 */

const PHOTO_NAMES = /\.(jpe?g|png|webp|gif|bmp|tiff?|heic|heif|avif|mjpe?g|y4m|mp4|webm|mov)$/i;
const WEIGHT_NAMES = /\.(onnx|tflite|safetensors|weights|caffemodel|h5|hdf5|pb|pth?|gguf|npz|bin)$/i;

/** First bytes, as latin1 text at an offset. */
const MAGIC = [
  { at: 0, text: '\xff\xd8\xff', what: 'a JPEG' },
  { at: 0, text: '\x89PNG', what: 'a PNG' },
  { at: 0, text: 'GIF8', what: 'a GIF' },
  { at: 8, text: 'WEBP', what: 'a WebP' },
  { at: 4, text: 'ftyp', what: 'a video or HEIC' },
  { at: 4, text: 'TFL3', what: 'TensorFlow Lite weights' },
  { at: 0, text: '\x89HDF', what: 'HDF5 weights' },
  { at: 0, text: 'PK\x03\x04', what: 'an archive' },
  { at: 0, text: '\x1f\x8b', what: 'a compressed file' },
];

/** Brackets around one letter keep a pattern from matching its own line here. */
const TEXT_RULES = [
  { why: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { why: 'an API key of ours', pattern: /\brk_[A-Za-z0-9]{8,}_[A-Za-z0-9_-]{24,}/ },
  { why: 'a registry token', pattern: /_authToken\s*=\s*\S+|\bnpm_[A-Za-z0-9]{36}\b|\bpypi-[A-Za-z0-9_-]{50,}/ },
  { why: 'a cloud or forge token', pattern: /\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b/ },
  {
    why: 'a database password',
    pattern: /mongodb(\+srv)?:\/\/[^\s:/@<$]+:[^\s@<$]+@(?!127\.0\.0\.1|localhost)[^\s/]+/,
  },
  {
    why: 'a path of one machine',
    pattern: /(?<![\w.@-])(\/home\/[a-z][\w-]*\/|\/Users\/[A-Za-z]|\/r[o]ot\/|\/w[o]rk\/|[A-Z]:\\Users\\)/,
  },
  {
    why: 'a registry host name',
    pattern:
      /\b(registry\.)?npm[j]s\.(org|com)\b|\bpyp[i]\.org\b|pythonho[s]ted\.org|\bde[b]\.debian\.org|crate[s]\.io\b/,
  },
  {
    why: 'an image inside a text',
    pattern: /(\/9j\/4[A-Za-z0-9+/]{2000}|iVBORw0KGgo[A-Za-z0-9+/]{2000}|UklGR[A-Za-z0-9+/]{2000})/,
  },
];

/** The largest file we expect to write by hand; generated text such as the lockfile is named in ALLOWED. */
const MAX_BYTES = 512 * 1024;

/** Pictures of the main screens in e2e/screens/baselines: of pages without a camera (docs/adr/0157). */
const SCREENS = [
  'landing',
  'sign-in',
  'employees',
  'employee',
  'attendance',
  'reports',
  'inbox',
  'shifts',
  'employees-arabic',
  'employees-phone',
];

/** Files that may break one rule, each with its reason. */
export const ALLOWED = new Map([
  ['package-lock.json', 'generated, large; its hashes look like base64'],
  ['docs/images/dashboard.png', 'the screenshot of the README: no people in it, made by "npm run pictures"'],
  ...SCREENS.map((name) => [`e2e/screens/baselines/${name}.png`, 'a screen to compare with: no people in it']),
]);

/** Taken by "npm run pictures" of a company that does not exist; no photo is in them, see docs/screens/README.md. */
const OWN_PICTURE = /^docs\/screens\/[a-z-]+-(1440|768|390)-(light|dark)\.png$/;

/**
 * @param {string} file path in the repository
 * @param {Buffer} content
 * @param {readonly string[]} [privateHosts] registry hosts of the machine at hand, which must not be named either
 * @returns {string[]} why it may not be committed; empty if it may
 */
export function findForbidden(file, content, privateHosts = []) {
  const head = content.subarray(0, 16).toString('latin1');
  const reasons = [];
  if (!ALLOWED.has(file)) {
    const isPicture = OWN_PICTURE.test(file) && head.startsWith('\x89PNG');
    if (PHOTO_NAMES.test(file) && !isPicture) reasons.push('a photo or video by its name');
    if (WEIGHT_NAMES.test(file)) reasons.push('model weights by its name');
    const magic = MAGIC.find(({ at, text }) => head.startsWith(text, at));
    if (magic && !isPicture) reasons.push(`${magic.what} by its first bytes`);
    if (content.length > MAX_BYTES) reasons.push(`larger than ${MAX_BYTES / 1024} KB`);
  }
  const text = content.toString('utf8');
  for (const { why, pattern } of TEXT_RULES) if (pattern.test(text)) reasons.push(why);
  for (const host of privateHosts) if (text.includes(host)) reasons.push('the registry host of this machine');
  return reasons;
}
