import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './bar-chart.module.css';

export interface Bar {
  readonly id: string;
  /** In the table and for the mouse. */
  readonly label: string;
  /** Below the bar, as far as there is room. */
  readonly shortLabel: string;
  /** One value for each series, 0 or more, from the bottom up. */
  readonly values: readonly number[];
  /** Further cells of the row in the table. */
  readonly more?: readonly ReactNode[];
}

export type BarTone = 'brand' | 'warn' | 'bad';

interface BarChartProps {
  readonly label: string;
  /** What the bars are over: the first heading of the table. */
  readonly over: string;
  readonly series: readonly string[];
  /** One for each series; each has a pattern of its own, so that no colour has to be told from another. Default brand, bad. */
  readonly tones?: readonly BarTone[];
  readonly moreHeadings?: readonly string[];
  readonly bars: readonly Bar[];
  /** A line before the bar of this place, counted from 0. */
  readonly marker?: { readonly before: number; readonly label: string } | undefined;
}

const MOST_LABELS = 7;
const TONES: readonly BarTone[] = ['brand', 'bad'];

/** Bars that stand on each other, with the same figures as a table below. Screen readers are given the table alone. */
export function BarChart({ label, over, series, tones = TONES, moreHeadings = [], bars, marker }: BarChartProps) {
  const t = useTranslations('chart');
  const format = useFormatter();
  const highest = Math.max(1, ...bars.map(({ values }) => totalOf(values)));
  const step = Math.ceil(bars.length / MOST_LABELS);
  return (
    <figure className={classes.figure} aria-label={label}>
      <ul className={classes.legend} aria-hidden="true">
        {series.map((name, i) => (
          <li key={name}>
            <span className={classes.swatch} data-tone={tones[i]} />
            {name}
          </li>
        ))}
        {marker && (
          <li>
            <span className={classes.line} />
            {marker.label}
          </li>
        )}
      </ul>
      <div className={classes.plot} aria-hidden="true">
        <span className={classes.highest}>{format.number(highest)}</span>
        <div className={classes.bars}>
          {bars.map(({ id, label: name, shortLabel, values }, place) => (
            <div key={id} className={classes.column} data-marked={marker?.before === place || undefined}>
              <div className={classes.stack} title={titleOf(name, series, values, (value) => format.number(value))}>
                {values.map((value, i) => (
                  <span
                    key={series[i]}
                    className={classes.part}
                    data-tone={tones[i]}
                    data-some={value > 0 || undefined}
                    style={{ height: `${(value / highest) * 100}%` }}
                  />
                ))}
              </div>
              <span className={classes.tick}>{place % step === 0 && shortLabel}</span>
            </div>
          ))}
        </div>
      </div>
      <details className={classes.details}>
        <summary>{t('asTable')}</summary>
        <div className={classes.scroller}>
          <table className={classes.table} aria-label={label}>
            <thead>
              <tr>
                {[over, ...series, ...moreHeadings].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map(({ id, label: name, values, more = [] }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {values.map((value, i) => (
                    <td key={series[i]}>{format.number(value)}</td>
                  ))}
                  {more.map((cell, i) => (
                    <td key={moreHeadings[i]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

const totalOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function titleOf(
  label: string,
  series: readonly string[],
  values: readonly number[],
  text: (value: number) => string,
): string {
  return [label, ...values.map((value, i) => `${series[i]}: ${text(value)}`)].join('\n');
}
