/** Measuring tools of the command line; the server never loads them. */
export type { CommandResult, ExitCode } from './commands.types.js';
export { DatasetError } from './datasets/dataset-error.js';
export { type FaceEvaluateOptions, runFaceEvaluate } from './evaluate/face-evaluate.command.js';
export type { OnProgress, Progress } from './evaluate/measured-engine.js';
export type { EvaluationReport } from './report/report.types.js';
