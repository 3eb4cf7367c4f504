import { type Command, InvalidArgumentError, Option } from 'commander';
import type { NamedColumn } from '../files/header-map.js';
import { DATE_FORMATS, type DateFormat } from '../local-dates/written-date.js';

export interface ImportFlags {
  readonly dryRun?: boolean;
  readonly dateFormat: DateFormat;
  readonly column: readonly NamedColumn[];
  readonly errorFile?: string;
  readonly json?: boolean;
}

/** What every import can be told. */
export function addImportOptions(command: Command): Command {
  return command
    .option('--dry-run', 'only tell what would be done')
    .addOption(
      new Option('--date-format <format>', 'how the file writes dates: year, day or month first')
        .choices(DATE_FORMATS)
        .default('ISO'),
    )
    .option(
      '--column <field=heading>',
      'the heading of a field, if it has an unusual one; may be repeated',
      addColumn,
      [],
    )
    .option('--error-file <file>', 'where to write the refused rows, as CSV')
    .option('--json', 'print the answer as JSON');
}

function addColumn(text: string, before: readonly NamedColumn[]): readonly NamedColumn[] {
  const [field, header] = [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)];
  if (!text.includes('=') || field === '' || header === '')
    throw new InvalidArgumentError('Write a field and its heading, for example employeeNumber="Staff no".');
  return [...before, { field, header }];
}

/** The group of commands under a word, made by whoever comes first. */
export function commandGroup(program: Command, name: string, description: string): Command {
  return program.commands.find((one) => one.name() === name) ?? program.command(name).description(description);
}
