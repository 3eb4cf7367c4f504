import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { curveCsv, ratesCsv } from './evaluation-csv.js';
import { renderEvaluationHtml } from './evaluation-html.js';
import type { EvaluationReport } from './report.types.js';

/**
 * Writes `report.json`, `rates.csv`, `curve.csv` and `report.html` into a folder that only the owner may read: the
 * worst pairs name people and may show them.
 *
 * @returns the paths written
 */
export async function writeEvaluation(
  folder: string,
  report: EvaluationReport,
  thumbnails: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = {
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    'rates.csv': ratesCsv(report),
    'curve.csv': curveCsv(report.protocols),
    'report.html': renderEvaluationHtml(report, thumbnails),
  };
  const paths: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    paths.push(path);
  }
  return paths;
}
