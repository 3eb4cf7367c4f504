import { readFileSync, writeFileSync } from 'node:fs';
import { type EvaluationReport, measuredPoints } from './measured-points.js';
import { type OperatingPoint, operatingPoints, parseOperatingPoints } from './operating-points.js';

// Usage: npm run points -w @rollcall/models -- report.json…   then: npm run format
// (reports of `rollcall face evaluate --all-pairs --json`)
const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as EvaluationReport);
if (reports.length === 0) throw new Error('Name the JSON reports of `rollcall face evaluate --all-pairs`.');

const measured = reports.flatMap((report) => measuredPoints(report, operatingPoints));
const isOf = (one: OperatingPoint) => (other: OperatingPoint) =>
  other.modelId === one.modelId && other.kind === one.kind;
const added = measured.filter((point) => !operatingPoints.some(isOf(point)));
const points = [...operatingPoints.map((point) => measured.find(isOf(point)) ?? point), ...added];
parseOperatingPoints({ operatingPoints: points });
writeFileSync(
  new URL('../operating-points.json', import.meta.url),
  `${JSON.stringify({ operatingPoints: points }, null, 2)}\n`,
);
for (const { id, threshold } of measured) process.stdout.write(`${id}: ${threshold}\n`);
