import type { ApprovalKind, NotificationKind } from '@rollcall/contracts';

/** What letters say in one language. Names and links come from elsewhere. */
export interface LetterWording {
  readonly invitation: {
    readonly subject: (organisation: string) => string;
    readonly invites: (organisation: string) => string;
    /** Said of 7 days. */
    readonly open: (days: number) => string;
    readonly once: string;
  };
  readonly passwordReset: {
    readonly subject: string;
    readonly asked: (organisation: string) => string;
    /** Said of 30 minutes. */
    readonly open: (minutes: number) => string;
    readonly otherwise: string;
  };
  readonly notifications: {
    /** Of two or more. */
    readonly subject: (count: number) => string;
    readonly at: (organisation: string) => string;
    readonly more: (count: number) => string;
    /** Between a name and a date. */
    readonly comma: string;
    readonly settings: string;
    /** OTHER: it is not known of what. */
    readonly approvals: Readonly<Record<ApprovalKind | 'OTHER', string>>;
    readonly kinds: Readonly<Record<Exclude<NotificationKind, 'APPROVAL_DUE' | 'REFUSED_ATTEMPTS'>, string>>;
    readonly refused: (count: number) => string;
  };
  readonly report: {
    readonly range: (from: string, to: string) => string;
    readonly about: (name: string, organisation: string, dates: string) => string;
    readonly attached: (fileName: string) => string;
    readonly tooLarge: string;
    readonly open: string;
    readonly change: string;
  };
}
