/** One thing that is wrong in a data set. `row` counts from 1 and includes the header, as an editor shows it. */
export interface DatasetProblem {
  readonly file: string;
  readonly row: number | null;
  readonly message: string;
}

const SHOWN_PROBLEMS = 20;

/** A data set that cannot be used. Its message lists the first problems with their rows. */
export class DatasetError extends Error {
  readonly problems: readonly DatasetProblem[];

  constructor(problems: readonly DatasetProblem[]) {
    super(describe(problems));
    this.name = 'DatasetError';
    this.problems = problems;
  }

  static of(file: string, message: string, row: number | null = null): DatasetError {
    return new DatasetError([{ file, row, message }]);
  }
}

function describe(problems: readonly DatasetProblem[]): string {
  const lines = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ file, row, message }) => (row === null ? `${file}: ${message}` : `${file}, row ${row}: ${message}`));
  const rest = problems.length - lines.length;
  return rest > 0 ? `${lines.join('\n')}\n… and ${rest} more` : lines.join('\n');
}
