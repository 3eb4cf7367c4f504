import { readFileSync, writeFileSync } from 'node:fs';
import { parseIdentificationMargins } from './identification-margins.js';
import { measuredMargin } from './measured-margin.js';
import { type EvaluationReport, measuredPoints } from './measured-points.js';
import {
  identificationMargins,
  type OperatingPoint,
  operatingPoints,
  parseOperatingPoints,
} from './operating-points.js';

// Usage: npm run points -w @rollcall/models -- report.json…   then: npm run format
// (reports of `rollcall face evaluate --all-pairs --json`)
const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as EvaluationReport);
if (reports.length === 0) throw new Error('Name the JSON reports of `rollcall face evaluate --all-pairs`.');

const measured = reports.flatMap((report) => measuredPoints(report, operatingPoints));
const isOf = (one: OperatingPoint) => (other: OperatingPoint) =>
  other.modelId === one.modelId && other.kind === one.kind;
const added = measured.filter((point) => !operatingPoints.some(isOf(point)));
const points = [...operatingPoints.map((point) => measured.find(isOf(point)) ?? point), ...added];
const margins = identificationMargins.map((margin) => {
  const report = reports.find(({ engine }) => engine.modelId === margin.modelId);
  return report === undefined
    ? margin
    : measuredMargin(
        report,
        margin,
        points.map(({ id }) => id),
      );
});
const written = { operatingPoints: points, identificationMargins: margins };
parseOperatingPoints(written);
parseIdentificationMargins(written);
writeFileSync(new URL('../operating-points.json', import.meta.url), `${JSON.stringify(written, null, 2)}\n`);
for (const { id, threshold } of measured) process.stdout.write(`${id}: ${threshold}\n`);
