import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { choosePhotos } from './choose-photos.js';

async function folderWithPhotos(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-choose-'));
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  mkdirSync(join(folder, 'deeper'));
  for (let i = 0; i < count; i += 1) writeFileSync(join(folder, i % 2 === 0 ? '.' : 'deeper', `${i}.jpg`), photo);
  return folder;
}

describe('choosePhotos', () => {
  it('takes the same photos each time, evenly spread, also from deeper folders', async () => {
    const folder = await folderWithPhotos(8);
    const chosen = await choosePhotos(folder, 4);
    expect(chosen).toEqual(['0.jpg', '4.jpg', 'deeper/1.jpg', 'deeper/5.jpg'].map((name) => join(folder, name)));
    expect(await choosePhotos(folder, 4)).toEqual(chosen);
  });

  it('leaves out what the engine would refuse: a damaged photo, an empty file, a folder and a link to nothing', async () => {
    const folder = await folderWithPhotos(1);
    writeFileSync(join(folder, 'damaged.jpg'), 'no photo');
    writeFileSync(join(folder, 'empty.png'), '');
    mkdirSync(join(folder, 'folder.webp'));
    symlinkSync(join(folder, 'nothing'), join(folder, 'link.jpg'));
    expect(await choosePhotos(folder, 60)).toEqual([join(folder, '0.jpg')]);
  });

  it('says that a folder is not there, and that a file is none', async () => {
    const folder = await folderWithPhotos(1);
    await expect(choosePhotos(join(folder, 'nowhere'), 5)).rejects.toThrow('nowhere: There is no such folder.');
    await expect(choosePhotos(join(folder, '0.jpg'), 5)).rejects.toThrow('0.jpg: The folder cannot be read.');
  });
});
