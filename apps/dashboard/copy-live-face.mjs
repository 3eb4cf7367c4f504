import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

// The weights of the small nets that watch the camera lie in an npm package. Pages fetch them from our own address.
const FILES = [
  'tiny_face_detector_model-weights_manifest.json',
  'tiny_face_detector_model.bin',
  'face_landmark_68_tiny_model-weights_manifest.json',
  'face_landmark_68_tiny_model.bin',
];
const from = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'model',
);
const to = path.join(import.meta.dirname, 'public', 'live-face');
await mkdir(to, { recursive: true });
for (const file of FILES) await copyFile(path.join(from, file), path.join(to, file));
