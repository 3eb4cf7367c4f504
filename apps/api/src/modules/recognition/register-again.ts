import type { Employee, FaceTemplate, PersonCount, SimilarityCount } from '@rollcall/db';
import { faceStatusOf } from '@rollcall/db';
import { judgementOf } from './judged-outcome.js';
import type { Share } from './share.js';
import { figuresOf, groupBy } from './tally.js';

/** Why a new registration would help, the most pressing first. */
export const REGISTER_AGAIN_REASONS = ['OTHER_MODEL', 'OFTEN_NOT_MATCHED', 'CLOSE_TO_THRESHOLD', 'FEW_PHOTOS'] as const;
export type RegisterAgainReason = (typeof REGISTER_AGAIN_REASONS)[number];

/** See docs/adr/0152 for where these come from. They order work; no decision about a face rests on them. */
export const AGAIN = { photos: 3, nonMatches: 3, rate: 0.2, comparisons: 5, closeShare: 0.5 } as const;

export interface RegisterAgain {
  readonly employee: Employee;
  readonly reasons: readonly RegisterAgainReason[];
  /** Of the newest template; null: none of the model in use. */
  readonly photoCount: number | null;
  readonly nonMatches: Share;
}

export interface AgainMaterial {
  readonly modelId: string;
  /** Only of templates of the model in use that few photos went into. */
  readonly templates: readonly FaceTemplate[];
  readonly counts: readonly PersonCount[];
  /** Empty: who asks may not know how alike faces were. */
  readonly similarities: readonly SimilarityCount[];
}

/** Who is to be registered again of these people; the most pressing first, then by employee number as given. */
export function registerAgain(employees: readonly Employee[], material: AgainMaterial): readonly RegisterAgain[] {
  const { modelId } = material;
  const counts = groupBy(material.counts, ({ employeeId }) => employeeId);
  const scores = groupBy(material.similarities, ({ employeeId }) => employeeId ?? '');
  const photos = new Map(material.templates.map(({ employeeId, imageCount }) => [employeeId, imageCount]));
  const rows = employees.map((employee) => {
    const { id } = employee;
    const { nonMatches } = figuresOf(counts.get(id) ?? []);
    const photoCount = photos.get(id) ?? null;
    const holds: Readonly<Record<RegisterAgainReason, boolean>> = {
      OTHER_MODEL: faceStatusOf(employee, modelId) === 'RE_ENROLMENT_NEEDED',
      OFTEN_NOT_MATCHED: isOften(nonMatches),
      CLOSE_TO_THRESHOLD: isClose(scores.get(id) ?? []),
      FEW_PHOTOS: photoCount !== null,
    };
    return { employee, reasons: REGISTER_AGAIN_REASONS.filter((reason) => holds[reason]), photoCount, nonMatches };
  });
  const urgency = ({ reasons }: RegisterAgain) => REGISTER_AGAIN_REASONS.indexOf(reasons[0] as RegisterAgainReason);
  return rows
    .filter(({ reasons, employee }) => reasons.length > 0 && faceStatusOf(employee, modelId) !== 'NOT_ENROLLED')
    .sort((a, b) => urgency(a) - urgency(b) || b.reasons.length - a.reasons.length);
}

const isOften = ({ count, low }: Share): boolean => count >= AGAIN.nonMatches && (low ?? 0) >= AGAIN.rate;

/** Bin 0 is the first above the threshold. */
function isClose(scores: readonly SimilarityCount[]): boolean {
  const accepted = scores.filter(({ outcome }) => judgementOf(outcome) === 'RECOGNISED');
  const sum = (rows: readonly SimilarityCount[]) => rows.reduce((total, { count }) => total + count, 0);
  const close = sum(accepted.filter(({ bin }) => bin === 0));
  return sum(accepted) >= AGAIN.comparisons && close / sum(accepted) >= AGAIN.closeShare;
}
