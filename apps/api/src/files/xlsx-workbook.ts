import { DomainError } from '@rollcall/contracts';
import type { ByteSource } from './byte-source.js';
import { isDateFormat } from './xlsx-dates.js';
import { walkWholeXml } from './xlsx-parts.js';
import { readZip, type ZipEntry } from './zip-archive.js';

/** What is needed to read the cells of one sheet. */
export interface Workbook {
  readonly sheet: ZipEntry;
  readonly strings: readonly string[];
  /** Styles under which a number is a date or time. */
  readonly dateStyles: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}

const MIB = 1024 * 1024;
const LIMITS = { maxEntries: 5_000, maxEntryBytes: 1_024 * MIB, maxTotalBytes: 2_048 * MIB };
/** Shared strings stay in memory while the sheet is read. */
const MAX_STRINGS_BYTES = 128 * MIB;

const refuse = (problem: string, cause?: unknown): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field: 'file', problem }, cause });

/** @throws DomainError BAD_USER_INPUT if it is no XLSX workbook */
export async function openWorkbook(source: ByteSource): Promise<Workbook> {
  const entries = new Map((await readZip(source, LIMITS)).map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (name: string): ZipEntry | undefined => entries.get(name.toLowerCase());
  try {
    const { relation, isFrom1904 } = await readSheetList(part('xl/workbook.xml'));
    const target = await readTarget(part('xl/_rels/workbook.xml.rels'), relation);
    const sheet = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (sheet === undefined) throw refuse('This is not an XLSX workbook: its sheet is missing.');
    const strings = await readStrings(part('xl/sharedStrings.xml'));
    return { sheet, strings, dateStyles: await readDateStyles(part('xl/styles.xml')), isFrom1904 };
  } catch (error) {
    throw error instanceof DomainError ? error : refuse('This is not an XLSX workbook.', error);
  }
}

async function readSheetList(entry: ZipEntry | undefined): Promise<{ relation: string; isFrom1904: boolean }> {
  if (entry === undefined) throw refuse('This is not an XLSX workbook.');
  let relation: string | undefined;
  let isFrom1904 = false;
  await walkWholeXml(await entry.open(), {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible') relation ??= attributes['r:id'];
    },
  });
  if (relation === undefined) throw refuse('The workbook has no visible sheet.');
  return { relation, isFrom1904 };
}

async function readTarget(entry: ZipEntry | undefined, relation: string): Promise<string> {
  let target = '';
  if (entry === undefined) throw refuse('This is not an XLSX workbook.');
  await walkWholeXml(await entry.open(), {
    open(name, attributes) {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target ?? '';
    },
  });
  return target;
}

async function readStrings(entry: ZipEntry | undefined): Promise<readonly string[]> {
  if (entry === undefined) return [];
  if (entry.byteLength > MAX_STRINGS_BYTES) throw refuse('The workbook has too much text.');
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  await walkWholeXml(await entry.open(), {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isPhonetic = true;
    },
    text(text) {
      if (isText && !isPhonetic) current += text;
    },
    close(name) {
      if (name === 'si') strings.push(current);
      else if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
    },
  });
  return strings;
}

async function readDateStyles(entry: ZipEntry | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (entry === undefined) return dates;
  const codes = new Map<number, string>();
  let isCellFormats = false;
  let style = 0;
  await walkWholeXml(await entry.open(), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'xf' && isCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        if (isDateFormat(id, codes.get(id))) dates.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return dates;
}
