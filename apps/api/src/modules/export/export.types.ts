import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enums.js';
import { LocalDate } from '../../graphql/scalars.js';
import { CSV_DIALECTS, type CsvDialect, REPORT_LOCALES, type ReportLocale } from '../../report-files/report-locale.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../report-files/write-file.js';
import { type ReportKind, ReportKindEnum } from '../report/report.types.js';

export const ExportFormatEnum = graphqlEnum(
  'ExportFormat',
  EXPORT_FORMATS,
  'CSV: text; XLSX: typed cells with totals; JSON: columns, rows and totals; PDF: pages to print, at most 5,000 rows.',
);
export const ReportLocaleEnum = graphqlEnum('ReportLocale', REPORT_LOCALES, 'The language of headings.');
export const CsvDialectEnum = graphqlEnum(
  'CsvDialect',
  CSV_DIALECTS,
  'PROGRAM: keys of the columns, commas, whole minutes; SPREADSHEET: headings, separators of the language, minutes as h:mm.',
);

@InputType()
export class RequestExportInput {
  @Field(() => ReportKindEnum)
  kind!: ReportKind;

  @Field(() => ExportFormatEnum)
  format!: ExportFormat;

  @Field(() => ReportLocaleEnum, {
    nullable: true,
    defaultValue: 'EN',
    description: 'Of XLSX, PDF and CSV for people.',
  })
  locale!: ReportLocale;

  @Field(() => CsvDialectEnum, { nullable: true, defaultValue: 'PROGRAM' })
  csvDialect!: CsvDialect;

  @Field(() => LocalDate)
  from!: string;

  @Field(() => LocalDate, {
    description: 'The last date, included. A register may have three years, other kinds 92 days.',
  })
  to!: string;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ID, { nullable: true })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The right to fetch one file once.' })
export class ExportTicket {
  @Field(() => String, { description: 'The path to GET on this server.' })
  path!: string;

  @Field(() => Date)
  expiresAt!: Date;
}
