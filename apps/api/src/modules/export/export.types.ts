import type { DayStatus } from '@rollcall/contracts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { describedEnum } from '../../graphql/described-enum.js';
import { DayStatusEnum } from '../../graphql/enums.js';
import { PayrollProfileEnum, type PayrollProfileName } from '../../graphql/payroll-enums.js';
import { ReportLocaleEnum } from '../../graphql/report-locale-enum.js';
import { LocalDate } from '../../graphql/scalars.js';
import type { CsvDialect, ReportLocale } from '../../report-files/report-locale.js';
import type { ExportFormat } from '../../report-files/write-file.js';
import { AuditEntryFilter } from '../audit/audit.inputs.js';
import { type ReportKind, ReportKindEnum } from '../report/report.types.js';

export const ExportFormatEnum = describedEnum<ExportFormat>('ExportFormat', 'A kind of file.', {
  CSV: 'Text; see CsvDialect.',
  XLSX: 'A workbook with typed cells and totals.',
  JSON: 'Columns, rows and totals.',
  PDF: 'Pages to print, at most 5,000 rows.',
});
export const CsvDialectEnum = describedEnum<CsvDialect>('CsvDialect', 'For whom a CSV file is.', {
  PROGRAM: 'For programs: keys of the columns, commas, whole minutes.',
  SPREADSHEET: 'For people: headings, words for codes and separators of the language, minutes as h:mm.',
});

@InputType({ description: 'How the text of a file is written.' })
abstract class StyleInput {
  @Field(() => ReportLocaleEnum, {
    nullable: true,
    defaultValue: 'EN',
    description: 'Of XLSX, PDF and CSV for people.',
  })
  locale!: ReportLocale;

  @Field(() => CsvDialectEnum, {
    nullable: true,
    defaultValue: 'PROGRAM',
    description: 'For whom a CSV file is.',
  })
  csvDialect!: CsvDialect;
}

@InputType({ description: 'As what kind of file.' })
abstract class FileInput extends StyleInput {
  @Field(() => ExportFormatEnum, { description: 'The kind of file.' })
  format!: ExportFormat;
}

@InputType({ description: 'Which entries of the record of who did what, as a CSV file.' })
export class RequestAuditExportInput extends StyleInput {
  @Field(() => AuditEntryFilter, { nullable: true, description: 'Left out: all entries.' })
  filter?: AuditEntryFilter | null;
}

@InputType({ description: 'Which report, as what kind of file.' })
export class RequestExportInput extends FileInput {
  @Field(() => ReportKindEnum, { description: 'Which report.' })
  kind!: ReportKind;

  @Field(() => LocalDate, { description: 'The first date, included.' })
  from!: string;

  @Field(() => LocalDate, {
    description: 'The last date, included. A register may have three years, other kinds 92 days.',
  })
  to!: string;

  @Field(() => ID, { nullable: true, description: 'Only this site. Left out: every site you may see.' })
  siteId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only people of this department. Left out: every department you may see.',
  })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only this person. Left out: everybody you may see.' })
  employeeId?: string | null;

  @Field(() => [DayStatusEnum], {
    nullable: true,
    description: 'Of REGISTER, MUSTER, EXCEPTIONS and HEADCOUNT: only days with one of these. Left out: every status.',
  })
  statuses?: DayStatus[] | null;

  @Field(() => PayrollProfileEnum, {
    nullable: true,
    description: 'Of PAYROLL: the columns of a payroll product. Left out: those of the report.',
  })
  profile?: PayrollProfileName | null;
}

@InputType({ description: 'What changed about a period after payroll took it, as what kind of file.' })
export class RequestRetroExportInput extends FileInput {
  @Field(() => ID, { description: 'Which finalised period.' })
  periodId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The right to fetch one file once.' })
export class ExportTicket {
  @Field(() => String, { description: 'The path to GET on this server.' })
  path!: string;

  @Field(() => Date, { description: 'Until then the file can be fetched: ten minutes.' })
  expiresAt!: Date;
}
