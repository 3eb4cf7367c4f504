export interface Department {
  readonly id: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
