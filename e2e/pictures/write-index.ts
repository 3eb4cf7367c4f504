import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SCREENS, type Screen } from './screens.js';
import { SCHEMES, SCREENS_FOLDER, SIZES } from './take-pictures.js';

const HEAD = `# Screens

The main pages at 1440, 768 and 390 pixels, light and dark, each as the window shows it. \`npm run pictures\` takes them and
the picture of the README again and writes this page; it needs a build, and takes some minutes.

What they show is the demo company of \`npm run demo\` on the next working afternoon: the clocks of the server and of the
browser are moved on for it, so dates and figures differ each time. Names are invented. No person is in any picture: the
dashboard keeps no photos, and what the camera sees is a drawing.
`;

const fileOf = ({ name }: Screen, width: number, scheme: string): string => `${name}-${width}-${scheme}.png`;

function sectionOf(screen: Screen): string {
  const links = SIZES.flatMap(({ width }) =>
    SCHEMES.map((scheme) => `[${width} ${scheme}](${fileOf(screen, width, scheme)})`),
  );
  return [
    `## ${screen.title}`,
    `${screen.shows} ${links.join(' · ')}`,
    '',
    `![${screen.title}](${fileOf(screen, 1440, 'light')})`,
    '',
  ].join('\n');
}

/** `docs/screens/README.md`, from the list of the screens. */
export async function writeIndex(): Promise<void> {
  await writeFile(path.join(SCREENS_FOLDER, 'README.md'), [HEAD, ...SCREENS.map(sectionOf)].join('\n'));
}
