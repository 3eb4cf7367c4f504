import sharp from 'sharp';

/** What Chromium's fake camera takes, as in camera/render-scene.ts. */
const CAMERA = { width: 640, height: 480 };

const FIGURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#dfe6e1"/><stop offset="1" stop-color="#b9c8c0"/>
    </linearGradient>
  </defs>
  <rect width="640" height="480" fill="url(#wall)"/>
  <rect x="60" y="50" width="120" height="160" rx="6" fill="#cfdad4"/>
  <path d="M158 480 C162 372 236 340 320 340 C404 340 478 372 482 480 Z" fill="#2f6f5b"/>
  <path d="M284 300 h72 v48 c0 26 -72 26 -72 0 Z" fill="#c99d7c"/>
  <ellipse cx="320" cy="222" rx="82" ry="104" fill="#dbb08e"/>
  <path d="M232 232 C222 128 268 96 322 96 C380 96 420 132 408 232 C400 196 384 172 356 164 C318 176 262 170 246 190 Z"
        fill="#4a3a33"/>
</svg>`;

/** A drawn figure without a face in front of a drawn wall, as a stream for the fake camera: no person is in any picture. */
export async function drawnCameraStream(): Promise<Buffer> {
  const frame = await sharp(Buffer.from(FIGURE))
    .resize(CAMERA.width, CAMERA.height)
    .jpeg({ quality: 92, chromaSubsampling: '4:2:0' })
    .toBuffer();
  return Buffer.concat(Array.from({ length: 10 }, () => frame));
}
