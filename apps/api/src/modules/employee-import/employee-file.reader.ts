import path from 'node:path';
import { DomainError, LIMITS } from '@rollcall/contracts';
import { numberKey } from '@rollcall/db';
import { type ByteSource, memorySource, readAll } from '../../files/byte-source.js';
import { mapHeadings, type NamedColumn } from '../../files/header-map.js';
import { isZip, readTable } from '../../files/table-file.js';
import { readZip, type ZipEntry } from '../../files/zip-archive.js';
import { EMPLOYEE_SYNONYMS } from './employee-columns.js';
import { type EmployeeParseOptions, EmployeeRowParser, type ParsedEmployee } from './employee-row.parser.js';

/** A photo of the archive that belongs to nobody's row. */
export interface StrayPhoto {
  readonly fileName: string;
}

export interface EmployeeFile {
  readonly rows: readonly ParsedEmployee[];
  /** By folded employee number, in the order of their names. */
  readonly photos: ReadonlyMap<string, readonly ZipEntry[]>;
  readonly strays: readonly StrayPhoto[];
}

export interface EmployeeFileOptions extends EmployeeParseOptions {
  readonly columns: readonly NamedColumn[];
}

const MIB = 1024 * 1024;
const ZIP_LIMITS = { maxEntries: 50_000, maxEntryBytes: 64 * MIB, maxTotalBytes: 8_192 * MIB };
const MAX_ROWS = 200_000;
const PHOTO = /\.(jpe?g|png|webp)$/i;
const TABLE = /\.(csv|xlsx|txt)$/i;

/**
 * Reads a table of employees: CSV, XLSX, or a ZIP archive with one of them and photos. A photo is named after the employee
 * number: `17.jpg`, or `17_1.jpg`, `17_2.jpg` for several; folders do not count.
 *
 * @throws DomainError BAD_USER_INPUT no such file, no or several tables in it, no heading for the number
 */
export async function readEmployeeFile(source: ByteSource, options: EmployeeFileOptions): Promise<EmployeeFile> {
  const entries = (await isZip(source)) ? await readZip(source, ZIP_LIMITS) : [];
  const isWorkbook = entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml');
  if (entries.length === 0 || isWorkbook)
    return { rows: await readRows(source, options), photos: new Map(), strays: [] };
  const wanted = entries.filter(({ name }) => !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const tables = wanted.filter(({ name }) => TABLE.test(name));
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw refuse('The archive must hold exactly one CSV or XLSX file.');
  const rows = await readRows(memorySource(await readAll(await table.open())), options);
  return {
    rows,
    ...sortPhotos(
      wanted.filter(({ name }) => PHOTO.test(name)),
      rows,
    ),
  };
}

async function readRows(source: ByteSource, options: EmployeeFileOptions): Promise<readonly ParsedEmployee[]> {
  const rows: ParsedEmployee[] = [];
  let parser: EmployeeRowParser | null = null;
  for await (const row of readTable(source)) {
    if (parser !== null) {
      rows.push(parser.parse(row));
      if (rows.length > MAX_ROWS) throw refuse(`The table has more than ${MAX_ROWS} rows. Split it.`);
      continue;
    }
    const columns = mapHeadings(row.cells, EMPLOYEE_SYNONYMS, options.columns);
    if (!columns.has('number')) throw refuse('No column has a heading for the employee number.');
    parser = new EmployeeRowParser(columns, options);
  }
  if (parser === null) throw refuse('The file is empty.');
  return rows;
}

function sortPhotos(entries: readonly ZipEntry[], rows: readonly ParsedEmployee[]) {
  const numbers = new Set(rows.flatMap(({ employee }) => (employee === null ? [] : [numberKey(employee.number)])));
  const photos = new Map<string, ZipEntry[]>();
  const strays: StrayPhoto[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const fileName = path.posix.basename(entry.name);
    const whole = numberKey(fileName.replace(PHOTO, ''));
    const owner = [whole, whole.replace(/[_-]\d{1,2}$/, '')].find((key) => numbers.has(key));
    if (owner === undefined) strays.push({ fileName });
    else photos.set(owner, [...(photos.get(owner) ?? []), entry]);
  }
  return { photos, strays };
}

/** The bytes of a photo. @throws DomainError IMAGE_TOO_LARGE before anything is unpacked; BAD_USER_INPUT damaged */
export async function readPhoto(entry: ZipEntry): Promise<Buffer> {
  if (entry.byteLength > LIMITS.maxImageBytes) throw new DomainError('IMAGE_TOO_LARGE');
  return readAll(await entry.open());
}

const refuse = (problem: string): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field: 'file', problem } });
