import type { ReportSchedule } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import type { DateRange } from '../../local-dates/date-range.js';
import type { MailAttachment } from '../../mail/mail.js';
import type { ExportRequest, ExportService } from '../export/export.service.js';
import { CappedBuffer, FileTooLargeError } from './capped-buffer.js';

/** Mail servers take 10 to 25 MB, and base64 adds a third. */
const MAX_ATTACHED_BYTES = 7 * 1024 * 1024;

export type Files = Pick<ExportService, 'prepare'>;

/** The report as a file, with the people that `reader` sees. Null where a link is sent. */
export async function attachedFile(
  files: Files,
  { delivery, kind, format, locale, siteId, departmentId }: ReportSchedule,
  reader: Actor,
  { range, onFailed }: { readonly range: DateRange; readonly onFailed: (error: unknown) => void },
): Promise<MailAttachment | null | 'REPORT_FAILED' | 'FILE_TOO_LARGE'> {
  if (delivery === 'LINK') return null;
  const request = { kind, format, locale, csvDialect: 'SPREADSHEET', siteId, departmentId, ...range };
  const out = new CappedBuffer(MAX_ATTACHED_BYTES);
  try {
    const { fileName, mediaType, write } = await files.prepare(reader, request as ExportRequest);
    await write(out);
    return { fileName, mediaType, bytes: out.bytes() };
  } catch (error) {
    if (error instanceof FileTooLargeError || out.errored instanceof FileTooLargeError) return 'FILE_TOO_LARGE';
    onFailed(error);
    return 'REPORT_FAILED';
  }
}
