import { escapeHtml } from './escape-html.js';
import {
  acquisitionSection,
  duplicatesSection,
  identificationSection,
  lookalikesSection,
  padSection,
  plotsSection,
  ratesSection,
  twiceEnrolledSection,
  worstPairsSection,
} from './evaluation-sections.js';
import type { EvaluationReport } from './report.types.js';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;color:#1b2430;max-width:1080px;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:.5rem 0 1rem}th,td{border:1px solid #cbd5e1;padding:.25rem .6rem;text-align:left}th{background:#f1f5f9}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(420px,1fr));gap:1rem}figure{margin:0}svg{width:100%;height:auto;background:#fff}
.title{font:600 14px system-ui}.axis{font:12px system-ui;text-anchor:middle;fill:#475569}.tick{font:11px system-ui;text-anchor:middle;fill:#475569}
.end{text-anchor:end}.start{text-anchor:start}.grid{stroke:#e2e8f0;fill:none}.mark{stroke:#475569;stroke-dasharray:4 3;fill:none}
.pairs li{display:flex;gap:.5rem;align-items:center;margin:.4rem 0}code{background:#f1f5f9;padding:.1rem .3rem}`;

/**
 * The report as one HTML file that loads nothing: pictures are inline SVG, thumbnails data URIs.
 *
 * @param thumbnails data URIs by photo name; empty leaves the worst pairs without pictures
 */
export function renderEvaluationHtml(report: EvaluationReport, thumbnails: ReadonlyMap<string, string>): string {
  const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  const shown = report.protocols.filter(({ gates, protocol }) => gates === 'reported' && protocol.endsWith('pairs'));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>Face evaluation</title><style>${STYLE}</style></head><body>
<h1>Face evaluation</h1>
<p>${escapeHtml(headline(report))}</p>
<p><code>${escapeHtml(report.command)}</code></p>
${thumbnails.size > 0 ? '<p><strong>This file shows faces. Keep it on this machine.</strong></p>' : ''}
${report.dataset !== null && report.dataset.warnings.length > 0 ? `<h2>Contradictions in the labels</h2>${list(report.dataset.warnings)}` : ''}
${report.acquisition === null ? '' : acquisitionSection(report.acquisition)}
${report.protocols.map(ratesSection).join('\n')}
${plotsSection(report.protocols)}
${identificationSection(report.identification)}
${twiceEnrolledSection(report.twiceEnrolled)}
${duplicatesSection(report.duplicates)}
${lookalikesSection(report.lookalikes)}
${report.pad === null ? '' : padSection(report.pad)}
${shown.map((protocol) => worstPairsSection(protocol, thumbnails)).join('\n')}
<h2>Method</h2>${list(report.method)}
<h2>Not tested</h2>${list(report.notTested)}
</body></html>
`;
}

function headline({ date, machine, engine, dataset }: EvaluationReport): string {
  const data = dataset === null ? '' : `${dataset.name}: ${dataset.photos} photos of ${dataset.subjects} subjects. `;
  const mirrored = engine.isMirrorAveraged ? ', averaged with the mirrored photo' : '';
  return `${data}Pack ${engine.pack} (model ${engine.modelId}), detector ${engine.detector}, engine ${engine.engine}${mirrored}. ${date}; ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}, ${machine.platform}.`;
}
