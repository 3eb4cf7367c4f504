import { type Browser, chromium } from '@playwright/test';

export type CameraAccess = 'allowed' | 'blocked';

/**
 * Debian's and the user's own Chromium; as root it runs only without its sandbox.
 *
 * @param cameraFile the MJPEG stream that its camera shows again and again
 * @param access what it answers a page that asks for the camera. Default `allowed`
 */
export function launchBrowser(cameraFile: string, access: CameraAccess = 'allowed'): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.ROLLCALL_CHROMIUM,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      access === 'allowed' ? '--use-fake-ui-for-media-stream' : '--deny-permission-prompts',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFile}`,
    ],
  });
}
