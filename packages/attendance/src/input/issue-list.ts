import { DomainError } from '@rollcall/contracts';

/** One thing wrong with an input: where, what (for machines) and a sentence. */
export interface InputIssue {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Collects issues; `throwIfAny` reports all of them and names the first field at the top. */
export class IssueList {
  readonly issues: InputIssue[] = [];

  add(field: string, code: string, message: string): void {
    this.issues.push({ field, code, message });
  }

  /** Runs a check that throws and keeps its issue. */
  attempt(check: () => void): void {
    try {
      check();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.issues.push(...((error.details?.issues ?? []) as InputIssue[]));
    }
  }

  /** @throws DomainError BAD_USER_INPUT with `details {field, code, message, issues}` */
  throwIfAny(): void {
    const first = this.issues.at(0);
    if (first === undefined) return;
    throw new DomainError('BAD_USER_INPUT', {
      internal: `${first.field}: ${first.message}`,
      details: { ...first, issues: this.issues },
    });
  }
}
