import { DomainError } from '@rollcall/contracts';
import { type ByteSource, memorySource, readAll } from '../../files/byte-source.js';
import { mapHeadings, type NamedColumn } from '../../files/header-map.js';
import { isPhoto, PHOTO_ARCHIVE_LIMITS, type StrayPhoto, sortPhotos } from '../../files/photo-archive.js';
import { isZip, readTable } from '../../files/table-file.js';
import { readZip, type ZipEntry } from '../../files/zip-archive.js';
import { EMPLOYEE_SYNONYMS } from './employee-columns.js';
import { type EmployeeParseOptions, EmployeeRowParser, type ParsedEmployee } from './employee-row.parser.js';

export interface EmployeeFile {
  readonly rows: readonly ParsedEmployee[];
  /** By folded employee number, in the order of their names. */
  readonly photos: ReadonlyMap<string, readonly ZipEntry[]>;
  readonly strays: readonly StrayPhoto[];
}

export interface EmployeeFileOptions extends EmployeeParseOptions {
  readonly columns: readonly NamedColumn[];
}

const MAX_ROWS = 200_000;
const TABLE = /\.(csv|xlsx|txt)$/i;

/**
 * Reads a table of employees: CSV, XLSX, or a ZIP archive with one of them and photos. A photo is named after the employee
 * number: `17.jpg`, or `17_1.jpg`, `17_2.jpg` for several; folders do not count.
 *
 * @throws DomainError BAD_USER_INPUT no such file, no or several tables in it, no heading for the number
 */
export async function readEmployeeFile(source: ByteSource, options: EmployeeFileOptions): Promise<EmployeeFile> {
  const entries = (await isZip(source)) ? await readZip(source, PHOTO_ARCHIVE_LIMITS) : [];
  const isWorkbook = entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml');
  if (entries.length === 0 || isWorkbook)
    return { rows: await readRows(source, options), photos: new Map(), strays: [] };
  const wanted = entries.filter(({ name }) => !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const tables = wanted.filter(({ name }) => TABLE.test(name));
  const [table] = tables;
  if (table === undefined || tables.length > 1) throw refuse('The archive must hold exactly one CSV or XLSX file.');
  const rows = await readRows(memorySource(await readAll(await table.open())), options);
  const numbers = rows.flatMap(({ employee }) => (employee === null ? [] : [employee.number]));
  return {
    rows,
    ...sortPhotos(
      wanted.filter(({ name }) => isPhoto(name)),
      numbers,
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

const refuse = (problem: string): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field: 'file', problem } });
