import { describe, expect, it } from 'vitest';
import { memorySource } from './byte-source.js';
import { detectDelimiter, readCsvRows } from './csv-rows.js';
import { csvLine } from './csv-text.js';
import { detectEncoding } from './text-encoding.js';

async function rowsOf(bytes: Uint8Array | string) {
  const rows = [];
  const source = memorySource(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  for await (const row of readCsvRows(source)) rows.push(row);
  return rows;
}

const cellsOf = async (bytes: Uint8Array | string) => (await rowsOf(bytes)).map((row) => row.cells);

describe('readCsvRows', () => {
  it.each([
    ['comma', 'a,b\n1,2'],
    ['semicolon, with commas in the numbers', 'a;b\n1;2\n'],
    ['tab', 'a\tb\r\n1\t2\r\n'],
    ['bar and old line breaks', 'a|b\r1|2'],
  ])('finds the delimiter: %s', async (_, text) => {
    expect(await cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('reads quoted cells with delimiters, quotation marks and line breaks, and knows where each row began', async () => {
    const rows = await rowsOf('no,name\n1,"Ada, ""the first"""\n2,"two\nlines"\n\n3,x');
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'no', 'name'],
      [2, '1', 'Ada, "the first"'],
      [3, '2', 'two\nlines'],
      [6, '3', 'x'],
    ]);
  });

  it('gives up one row for a quotation mark that is never closed, not the rest of the file', async () => {
    const good = Array.from({ length: 60 }, (_, index) => `${index},ok`);
    const rows = await rowsOf(['no,state', '"5,broken', ...good].join('\n'));
    expect(rows.filter((row) => row.problem !== null).map((row) => row.row)).toEqual([2]);
    expect(rows.filter((row) => row.cells[1] === 'ok')).toHaveLength(60);
  });

  it.each([
    ['UTF-8 with mark', Buffer.from('\uFEFFname\nJosé')],
    ['UTF-8', Buffer.from('name\nJosé')],
    ['Windows-1252', Buffer.from('name\nJosé', 'latin1')],
    ['UTF-16 with mark', Buffer.from('\uFEFFname\nJosé', 'utf16le')],
    ['UTF-16 without mark', Buffer.from('name\nJosé', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFname\nJosé', 'utf16le').swap16()],
  ])('reads %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual([['name'], ['José']]);
  });

  it('keeps no line longer than it should', async () => {
    const [row] = await rowsOf('x'.repeat(5_000_000));
    expect(row?.cells[0]?.length).toBeLessThan(40_000);
  });
});

describe('detectDelimiter', () => {
  it('is not misled by commas inside quotation marks or inside times', () => {
    expect(detectDelimiter(['number;"last, first";time', '1;"a, b";08:00', '2;"c, d";09:00'])).toBe(';');
  });
});

describe('detectEncoding', () => {
  it('sees a byte that is not UTF-8 wherever it stands', async () => {
    const bytes = Buffer.concat([Buffer.alloc(100_000, 'a'), Buffer.from([0xe9]), Buffer.alloc(10, 'b')]);
    expect(await detectEncoding(memorySource(bytes))).toBe('windows-1252');
  });
});

describe('csvLine', () => {
  it.each(['=1+1', '+49', '-1', '@x', '\tx', '=cmd|"/c calc"!A1'])('takes the power out of %s', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it('quotes what has to be quoted', () => {
    expect(csvLine(['a', 'b,c', 'd"e', null, 7])).toBe('a,"b,c","d""e",,7\r\n');
  });
});
