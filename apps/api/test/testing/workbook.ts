import exceljs from 'exceljs';

export type WorkbookCell = string | number | { readonly serial: number; readonly format: string } | null;

const MS_PER_DAY = 86_400_000;

/** A date as a spreadsheet keeps it. */
export const dateCell = (date: string): WorkbookCell => ({
  serial: (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MS_PER_DAY,
  format: 'dd/mm/yyyy',
});

/** A time of day as a spreadsheet keeps it: a part of a day. */
export const timeCell = (time: string): WorkbookCell => ({
  serial: (Date.parse(`1970-01-01T${time}:00Z`) % MS_PER_DAY) / MS_PER_DAY,
  format: 'hh:mm',
});

/** A workbook of one sheet with typed cells. */
export async function workbookOf(rows: readonly (readonly WorkbookCell[])[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Data');
  for (const [y, row] of rows.entries())
    for (const [x, value] of row.entries()) {
      const cell = sheet.getCell(y + 1, x + 1);
      const isTyped = typeof value === 'object' && value !== null;
      cell.value = isTyped ? value.serial : value;
      if (isTyped) cell.numFmt = value.format;
    }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
