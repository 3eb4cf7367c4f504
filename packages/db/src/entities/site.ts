/** A place of work; its IANA time zone decides the local date of a mark. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
