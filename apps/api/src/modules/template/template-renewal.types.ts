/** What a renewal is asked for. */
export interface TemplateRenewal {
  /** The model that everybody is to have a template of. */
  readonly modelId: string;
  /** A ZIP archive with photos named after the employee number; null: there are none. */
  readonly fileId: string | null;
  /** Whether templates of other models go as soon as there is one of the model. */
  readonly isOldRemoved: boolean;
}
