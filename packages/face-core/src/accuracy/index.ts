/** Measuring tools of the command line; the server never loads them. */

export type { BenchReport } from './bench/bench.types.js';
export { type FaceBenchOptions, runFaceBench } from './bench/face-bench.command.js';
export { type GalleryBenchOptions, runGalleryBench } from './bench/gallery-bench.command.js';
export type { GalleryBenchReport } from './bench/gallery-bench.types.js';
export { type CalibrationPerson, type CalibrationReport, calibrate } from './calibrate/calibrate.js';
export { type FaceCalibrateOptions, runFaceCalibrate } from './calibrate/face-calibrate.command.js';
export type { CommandResult, ExitCode } from './commands.types.js';
export { DatasetError } from './datasets/dataset-error.js';
export { type DetectionReport, type FaceDetectOptions, runFaceDetect } from './detect/face-detect.command.js';
export { type FaceEvaluateOptions, runFaceEvaluate } from './evaluate/face-evaluate.command.js';
export type { OnProgress, Progress } from './evaluate/measured-engine.js';
export type { EvaluationReport } from './report/report.types.js';
