import { type Browser, chromium } from '@playwright/test';

/**
 * Debian's and the user's own Chromium; as root it runs only without its sandbox.
 *
 * @param cameraFile the MJPEG stream that its camera shows again and again
 */
export function launchBrowser(cameraFile: string): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.ROLLCALL_CHROMIUM,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFile}`,
    ],
  });
}
