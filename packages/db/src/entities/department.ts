export interface Department {
  readonly id: string;
  readonly name: string;
  /** Null: at the top. */
  readonly parentId: string | null;
  readonly managerEmployeeId: string | null;
  /** Null: spread over several sites. */
  readonly siteId: string | null;
  /** For people of the department who have none of their own. */
  readonly costCentre: string | null;
  readonly isArchived: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
