import { useFormatter, useTranslations } from 'next-intl';
import { type GeoPoint, roundLength, toMetres } from './geofence-points';
import classes from './sites.module.css';

interface GeofenceSketchProps {
  /** One point is the middle of a circle, several are corners. */
  readonly points: readonly GeoPoint[];
  readonly radiusMetres: number;
}

const SIZE = 200;
const MARGIN = 26;

/** The shape of a geofence, north up, with a scale. There is no map behind it: no address is asked of anybody. */
export function GeofenceSketch({ points, radiusMetres }: GeofenceSketchProps) {
  const t = useTranslations('sites');
  const format = useFormatter();
  const [origin] = points;
  if (!origin) return null;
  const isCircle = points.length === 1;
  const metres = points.map((point) => toMetres(point, origin));
  const reach = isCircle ? radiusMetres : 0;
  const [xs, ys] = [metres.map(({ x }) => x), metres.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - reach, Math.max(...xs) + reach];
  const [bottom, top] = [Math.min(...ys) - reach, Math.max(...ys) + reach];
  const span = Math.max(right - left, top - bottom, 1);
  const scale = (SIZE - 2 * MARGIN) / span;
  const toX = (x: number) => SIZE / 2 + (x - (left + right) / 2) * scale;
  const toY = (y: number) => SIZE / 2 - (y - (bottom + top) / 2) * scale;
  const bar = roundLength(span);
  const length = format.number(bar < 1000 ? bar : bar / 1000, {
    ...{ style: 'unit', unit: bar < 1000 ? 'meter' : 'kilometer' },
  });
  return (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} className={classes.sketch} role="img" aria-label={t('sketch')}>
      {isCircle ? (
        <>
          <circle cx={SIZE / 2} cy={SIZE / 2} r={Math.max(radiusMetres * scale, 0)} className={classes.shape} />
          <circle cx={SIZE / 2} cy={SIZE / 2} r={3} className={classes.corner} />
        </>
      ) : (
        <>
          <polygon points={metres.map(({ x, y }) => `${toX(x)},${toY(y)}`).join(' ')} className={classes.shape} />
          {metres.map(({ x, y }) => (
            <circle key={`${x} ${y}`} cx={toX(x)} cy={toY(y)} r={3} className={classes.corner} />
          ))}
        </>
      )}
      <path d={`M12 ${SIZE - 12} h${bar * scale} m0 -4 v8 m${-bar * scale} -8 v8`} className={classes.scale} />
      <text x={12} y={SIZE - 19} className={classes.words}>
        {length}
      </text>
      <path d={`M${SIZE - 14} 24 V10 m-4 5 l4 -5 l4 5`} className={classes.scale} />
      <text x={SIZE - 14} y={36} textAnchor="middle" className={classes.words}>
        {t('north')}
      </text>
    </svg>
  );
}
