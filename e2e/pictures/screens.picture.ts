import type { Page } from '@playwright/test';
import { addDevice, pairKiosk } from '../actors/door.js';
import { expect, test } from '../fixtures.js';
import { DemoCompany } from './demo-company.js';
import { findDemoFacts } from './demo-facts.js';
import { type DemoFacts, SCREENS, type Screen } from './screens.js';
import { takePictures, takeReadmePicture } from './take-pictures.js';
import { writeIndex } from './write-index.js';

test.describe.configure({ mode: 'serial' });

let company: DemoCompany;
let facts: DemoFacts;
let pages: Readonly<Record<Screen['from'], Page>>;

test.beforeAll(async () => {
  company = await DemoCompany.start();
  const office = await company.openOffice();
  const door = await company.openPage();
  await pairKiosk(door, (await addDevice(office, 'Main entrance')).code);
  pages = { office, door, outside: await company.openPage() };
  facts = await findDemoFacts(office, company.now());
});
test.afterAll(() => company.close());

async function open({ from, path, ready }: Screen): Promise<Page> {
  const page = pages[from];
  await page.goto(path(facts));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(ready).filter({ visible: true }).first()).toBeVisible();
  return page;
}

for (const screen of SCREENS) {
  test(`the screen "${screen.title}" is there at every width, light and dark`, async () => {
    await takePictures(await open(screen), screen.name);
  });
}

test('the README shows the overview', async () => {
  const overview = SCREENS.find(({ name }) => name === 'overview');
  if (overview) await takeReadmePicture(await open(overview));
});

test('the index names every screen', () => writeIndex());
