import { escapeHtml } from './escape-html.js';

/** An axis: where a value lies between 0 and 1, and which values are named. */
export interface Axis {
  readonly label: string;
  readonly position: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

export interface Line {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly isStepped?: boolean;
  readonly isFilled?: boolean;
}

export interface Plot {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
  readonly marks?: readonly { readonly x: number; readonly label: string }[];
  /** The corner at the top that the lines leave free. Default `right`. */
  readonly legend?: 'left' | 'right';
}

const WIDTH = 460;
const HEIGHT = 340;
const LEFT = 62;
const RIGHT = 14;
const TOP = 30;
const BOTTOM = 46;
const COLOURS = ['#0b6fb8', '#c2410c', '#15803d', '#7e22ce', '#be123c', '#475569'];

/** Draws a plot as inline SVG; needs nothing from outside. */
export function drawPlot(plot: Plot): string {
  const px = (value: number) => LEFT + clamp(plot.x.position(value)) * (WIDTH - LEFT - RIGHT);
  const py = (value: number) => HEIGHT - BOTTOM - clamp(plot.y.position(value)) * (HEIGHT - TOP - BOTTOM);
  const parts = [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(plot.title)}" xmlns="http://www.w3.org/2000/svg">`,
    `<text x="${LEFT}" y="18" class="title">${escapeHtml(plot.title)}</text>`,
    ...plot.x.ticks.map(({ value, label }) => tickX(px(value), label)),
    ...plot.y.ticks.map(({ value, label }) => tickY(py(value), label)),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" class="axis">${escapeHtml(plot.x.label)}</text>`,
    `<text x="14" y="${(TOP + HEIGHT - BOTTOM) / 2}" class="axis" transform="rotate(-90 14 ${(TOP + HEIGHT - BOTTOM) / 2})">${escapeHtml(plot.y.label)}</text>`,
    ...plot.lines.map((line, index) => drawLine(line, COLOURS[index % COLOURS.length] ?? '', px, py)),
    ...(plot.marks ?? []).map(({ x, label }, index) => drawMark(px(x), label, index)),
    ...plot.lines.map(({ label }, index) => drawLegend(label, index, plot.legend ?? 'right')),
    '</svg>',
  ];
  return parts.join('\n');
}

function clamp(share: number): number {
  return Number.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
}

function tickX(x: number, label: string): string {
  return `<path d="M${round(x)} ${TOP}V${HEIGHT - BOTTOM}" class="grid"/><text x="${round(x)}" y="${HEIGHT - BOTTOM + 15}" class="tick">${escapeHtml(label)}</text>`;
}

function tickY(y: number, label: string): string {
  return `<path d="M${LEFT} ${round(y)}H${WIDTH - RIGHT}" class="grid"/><text x="${LEFT - 6}" y="${round(y + 4)}" class="tick end">${escapeHtml(label)}</text>`;
}

function drawLine(line: Line, colour: string, px: (x: number) => number, py: (y: number) => number): string {
  const path = line.points
    .map(([x, y], i) => {
      const to = `${round(px(x))} ${round(py(y))}`;
      if (i === 0) return `M${to}`;
      return line.isStepped === true ? `H${round(px(x))}V${round(py(y))}` : `L${to}`;
    })
    .join('');
  const fill = line.isFilled === true ? `fill="${colour}" fill-opacity="0.15"` : 'fill="none"';
  return `<path d="${path}" ${fill} stroke="${colour}" stroke-width="1.8"/>`;
}

function drawMark(x: number, label: string, index: number): string {
  return `<path d="M${round(x)} ${TOP}V${HEIGHT - BOTTOM}" class="mark"/><text x="${round(x + 3)}" y="${TOP + 10 + 13 * index}" class="tick start">${escapeHtml(label)}</text>`;
}

function drawLegend(label: string, index: number, side: 'left' | 'right'): string {
  const [x, anchor] = side === 'left' ? [LEFT + 8, 'start'] : [WIDTH - RIGHT - 8, 'end'];
  const style = `fill:${COLOURS[index % COLOURS.length]}`;
  return `<text x="${x}" y="${TOP + 14 + index * 15}" class="tick ${anchor}" style="${style}">${escapeHtml(label)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
