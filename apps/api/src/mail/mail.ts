/** A letter in plain text, with a file or without. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Default: none. */
  readonly attachment?: MailAttachment | null;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Hands a letter over. Rejects if it could not. */
export interface MailTransport {
  /** Whether the letter leaves this machine; otherwise somebody has to look for it here. */
  readonly isDelivering: boolean;
  send(mail: Mail): Promise<void>;
}
