/** A letter in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands a letter over. Rejects if it could not. */
export interface MailTransport {
  /** Whether the letter leaves this machine; otherwise somebody has to look for it here. */
  readonly isDelivering: boolean;
  send(mail: Mail): Promise<void>;
}
