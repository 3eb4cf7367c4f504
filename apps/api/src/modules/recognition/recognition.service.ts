import { momentOfLocalTime } from '@rollcall/attendance';
import type { AttendanceSource } from '@rollcall/contracts';
import type { DeviceCount, Employee, FiguresScope, PersonCount, SimilarityCount } from '@rollcall/db';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { addDays } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { AGAIN, type RegisterAgain, registerAgain } from './register-again.js';
import { BINS, histogramsOf, type SimilarityHistogram } from './similarity-histogram.js';
import { type Span, spansOf } from './spans.js';
import { byRefusals, figuresOf, groupBy, outcomesOf, type RecognitionFigures } from './tally.js';

export const PERIODS_DAYS = [7, 30, 90] as const;
const DEFAULT_DAYS = 30;
/** Rows of a list; how many there are is told beside it. */
const MOST_ROWS = 100;

export interface RecognitionRequest {
  readonly days?: number | null | undefined;
  readonly siteId?: string | null | undefined;
}

export interface DeviceRow {
  readonly deviceId: string | null;
  readonly name: string | null;
  readonly source: AttendanceSource;
  readonly figures: RecognitionFigures;
}

export interface PersonRow {
  readonly employee: Employee;
  readonly figures: RecognitionFigures;
}

export interface RecognitionHealth extends Span {
  readonly figures: RecognitionFigures;
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  readonly qualityReasons: readonly { readonly reason: string; readonly count: number }[];
  readonly devices: readonly DeviceRow[];
  readonly trend: readonly (Span & { readonly figures: RecognitionFigures })[];
  /** Null: who asks may not see people. Those who were refused at least once. */
  readonly people: readonly PersonRow[] | null;
  readonly peopleCount: number | null;
  readonly registerAgain: readonly RegisterAgain[] | null;
  readonly registerAgainCount: number | null;
  /** Null: who asks may not see similarities. */
  readonly histograms: readonly SimilarityHistogram[] | null;
}

/** How well faces are recognised: where, with whom and why not. */
export class RecognitionService {
  constructor(
    private readonly context: ServiceContext,
    private readonly modelId: string,
  ) {}

  /** Over the last days up to now, of the people this actor may see. @throws DomainError FORBIDDEN */
  async health(actor: Actor, { days, siteId }: RecognitionRequest): Promise<RecognitionHealth> {
    authorise(actor, 'attendance:read');
    const { db, now } = this.context;
    const { timeZone } = await db.settings.get();
    const length = days ?? DEFAULT_DAYS;
    const to = localDateOf(now(), timeZone);
    const from = addDays(to, 1 - length);
    const start = momentOfLocalTime({ date: from, time: '00:00', timeZone });
    const siteIds = sitesOf(actor, siteId ?? null);
    const scope = { from: new Date(start), to: now(), siteIds };
    const figures = db.recognitionFigures;
    const [byDay, byDevice, byPerson, qualityReasons, similarities] = await Promise.all([
      figures.countByDay(scope, timeZone),
      figures.countByDevice(scope),
      figures.countByPerson(scope),
      figures.countQualityReasons(scope),
      hasScope(actor, 'audit:read') ? figures.countSimilarities(scope, BINS) : null,
    ]);
    const trend = spansOf(to, length).map((span) => ({
      ...span,
      figures: figuresOf(byDay.filter(({ date }) => span.from <= date && date <= span.to)),
    }));
    return {
      ...{ from, to, trend, figures: figuresOf(byDay), outcomes: outcomesOf(byDay) },
      qualityReasons: [...qualityReasons].sort((a, b) => b.count - a.count),
      devices: await this.devices(actor, byDevice),
      ...(await this.people(actor, scope, byPerson, similarities ?? [])),
      histograms: similarities === null ? null : histogramsOf(similarities),
    };
  }

  private async devices(actor: Actor, counts: readonly DeviceCount[]): Promise<readonly DeviceRow[]> {
    const isTold = ({ siteId }: { readonly siteId: string }) => actor.siteIds?.includes(siteId) ?? true;
    const known = await this.context.db.devices.listAll();
    const names = new Map(known.filter(isTold).map(({ id, name }) => [id, name]));
    return [...groupBy(counts, ({ deviceId, source }) => deviceId ?? source).values()]
      .flatMap((rows) => {
        const [first] = rows;
        if (first === undefined) return [];
        const { deviceId = null, source } = first;
        return [{ deviceId, name: names.get(deviceId ?? '') ?? null, source, figures: figuresOf(rows) }];
      })
      .sort(byRefusals);
  }

  private async people(
    actor: Actor,
    { siteIds }: FiguresScope,
    counts: readonly PersonCount[],
    similarities: readonly SimilarityCount[],
  ): Promise<Pick<RecognitionHealth, 'people' | 'peopleCount' | 'registerAgain' | 'registerAgainCount'>> {
    if (!hasScope(actor, 'employees:read'))
      return { people: null, peopleCount: null, registerAgain: null, registerAgainCount: null };
    const { db } = this.context;
    const employees: Employee[] = [];
    for await (const employee of db.employees.each({
      status: 'ACTIVE',
      among: siteIds && { siteIds, departmentIds: [] },
    }))
      employees.push(employee);
    const own = groupBy(counts, ({ employeeId }) => employeeId);
    const people = employees
      .map((employee) => ({ employee, figures: figuresOf(own.get(employee.id) ?? []) }))
      .filter(({ figures }) => figures.refused.count > 0)
      .sort(byRefusals);
    const templates = await db.faceTemplates.listOfFewImages(this.modelId, AGAIN.photos);
    const again = registerAgain(employees, { modelId: this.modelId, templates, counts, similarities });
    return {
      people: people.slice(0, MOST_ROWS),
      peopleCount: people.length,
      registerAgain: again.slice(0, MOST_ROWS),
      registerAgainCount: again.length,
    };
  }
}

/** The asked site, as far as it may be seen; undefined: all there are. */
function sitesOf({ siteIds }: Actor, siteId: string | null): readonly string[] | undefined {
  if (siteId === null) return siteIds ?? undefined;
  return siteIds === null || siteIds.includes(siteId) ? [siteId] : [];
}
