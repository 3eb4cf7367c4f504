import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { memorySource, readAll } from './byte-source.js';
import { isZip } from './table-file.js';
import { dateText, isDateFormat } from './xlsx-dates.js';
import { columnOf } from './xlsx-parts.js';
import { readXlsxRows } from './xlsx-rows.js';
import { readZip } from './zip-archive.js';

async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return readAll(zip.outputStream as unknown as AsyncIterable<Uint8Array>);
}

function workbook(sheet: string, more: Readonly<Record<string, string>> = {}) {
  return zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Old" state="hidden" r:id="rId1"/><sheet name="Marks" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="21"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><t>number</t></si><si><r><t>Ada </t></r><r><t>&amp; Ben</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  });
}

async function rowsOf(bytes: Buffer) {
  const rows = [];
  for await (const row of readXlsxRows(memorySource(bytes))) rows.push([row.row, ...row.cells]);
  return rows;
}

describe('readXlsxRows', () => {
  it('reads text, numbers, dates and times of the first visible sheet, and leaves out empty rows', async () => {
    const bytes = await workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>when</t></is></c></row><row r="2"/>' +
        '<row r="5"><c r="A5"><v>17</v></c><c r="B5" t="s"><v>1</v></c><c r="C5" s="1"><v>46083.3742</v></c><c r="D5" s="2"><v>0.375</v></c></row>',
    );
    expect(await rowsOf(bytes)).toEqual([
      [1, 'number', '', 'when'],
      [5, '17', 'Ada & Ben', '2026-03-02T08:58:51', '09:00:00'],
    ]);
  });

  it('reads what another program wrote: styled dates, times, numbers and rich text', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Marks');
    sheet.addRow(['number', 'when', 'time', 'name']);
    sheet.addRow([
      '007',
      new Date(Date.UTC(2026, 2, 2, 8, 58, 1)),
      0.75,
      { richText: [{ text: 'A' }, { text: 'da' }] },
    ]);
    sheet.getCell('B2').numFmt = 'dd.mm.yyyy hh:mm';
    sheet.getCell('C2').numFmt = 'hh:mm';
    sheet.addRow([12.5, '', '', 'x <y> & "z"']);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    expect(await rowsOf(bytes)).toEqual([
      [1, 'number', 'when', 'time', 'name'],
      [2, '007', '2026-03-02T08:58:01', '18:00:00', 'Ada'],
      [3, '12.5', '', '', 'x <y> & "z"'],
    ]);
  });

  it('takes the stored result of a formula and computes nothing', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","17")</f><v>17</v></c><c r="B1"><f>1+1</f></c></row>';
    expect(await rowsOf(await workbook(sheet))).toEqual([[1, '17', '']]);
  });

  it('does not expand entities that the file defines itself', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    const bytes = await workbook('', { 'xl/worksheets/sheet2.xml': bomb });
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    ['another ZIP archive', () => zipOf({ 'readme.txt': 'hello' })],
    ['a workbook without its sheet', () => workbook('', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' })],
    ['XML that breaks off', () => workbook('', { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row r="1">' })],
    ['half of a file', async () => (await workbook('<row r="1"/>')).subarray(0, 400)],
  ])('refuses %s with a code of the registry', async (_, make) => {
    await expect(rowsOf(await make())).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('puts a cell far out nowhere, instead of a row of a million cells into memory', async () => {
    expect(await rowsOf(await workbook('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'))).toEqual([
      [1, '1'],
    ]);
  });
});

describe('readZip', () => {
  const limits = { maxEntries: 3, maxEntryBytes: 1_000, maxTotalBytes: 2_000 };

  it.each([
    ['one entry too large', { a: 'x'.repeat(1_001) }],
    ['too much together', { a: 'x'.repeat(900), b: 'x'.repeat(900), c: 'x'.repeat(900) }],
    ['too many entries', { a: '', b: '', c: '', d: '' }],
  ])('refuses %s', async (_, files) => {
    await expect(readZip(memorySource(await zipOf(files)), limits)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each(['../../etc/cron.d/x', '/etc/passwd', 'C:/windows/x'])('refuses the name %s', async (name) => {
    const placeholder = 'n'.repeat(name.length);
    const bytes = await zipOf({ [placeholder]: 'content' });
    const evil = Buffer.from(bytes.toString('latin1').replaceAll(placeholder, name), 'latin1');
    await expect(readZip(memorySource(evil), limits)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('gives out no more bytes than an entry has announced', async () => {
    const bytes = await zipOf({ a: 'x'.repeat(900) });
    // The directory lies about the unpacked length: 900 → 9.
    const lying = Buffer.from(bytes);
    for (
      let at = lying.indexOf(Buffer.from([0x84, 0x03, 0, 0]));
      at >= 0;
      at = lying.indexOf(Buffer.from([0x84, 0x03, 0, 0]))
    )
      lying.writeUInt32LE(9, at);
    const [entry] = await readZip(memorySource(lying), limits);
    const read = async () => readAll((await entry?.open()) ?? (async function* () {})());
    await expect(read()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('dates of a workbook', () => {
  it.each([
    [1, false, '1899-12-31'],
    [61, false, '1900-03-01'],
    [46083, false, '2026-03-02'],
    [44621, true, '2026-03-02'],
    [46083.99999, false, '2026-03-02T23:59:59'],
    [0.5, false, '12:00:00'],
  ])('%d (1904: %s) is %s', (serial, isFrom1904, text) => {
    expect(dateText(serial, isFrom1904)).toBe(text);
  });

  it.each([
    ['0.00', false],
    ['[Red]0', false],
    ['"day "0', false],
    ['General', false],
    ['yyyy-mm-dd', true],
    ['[h]:mm', true],
    ['[$-409]h:mm AM/PM', true],
  ])('the format %s shows a date: %s', (code, expected) => {
    expect(isDateFormat(164, code)).toBe(expected);
  });

  it('finds columns by their letters, and ZIP archives by their first bytes', async () => {
    expect(['A', 'Z', 'AA', 'BC7'].map(columnOf)).toEqual([0, 25, 26, 54]);
    expect(await isZip(memorySource(await zipOf({ a: 'b' })))).toBe(true);
    expect(await isZip(memorySource(Buffer.from('PK,1')))).toBe(false);
  });
});
