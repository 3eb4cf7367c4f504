import { createTransport } from 'nodemailer';
import type { MailAttachment, MailTransport } from './mail.js';

const TIMEOUT_MS = 20_000;

/**
 * Sends over SMTP.
 *
 * @param url `smtp://user:password@host:587` or `smtps://…:465`; with `smtp:` TLS is used where the server offers it
 * @param from the address of the sender
 */
export function smtpTransport(url: string, from: string): MailTransport {
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport({ url, ...timeouts }, { from });
  return {
    isDelivering: true,
    send: async ({ to, subject, text, attachment }) => {
      const attachments = attachment == null ? [] : [attachedFile(attachment)];
      // As an object, so that an address is never read as a list.
      await transport.sendMail({ to: { name: '', address: to }, subject, text, attachments });
    },
  };
}

const attachedFile = ({ fileName, mediaType, bytes }: MailAttachment) => ({
  filename: fileName,
  contentType: mediaType,
  content: bytes,
});
