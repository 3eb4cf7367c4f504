import type { ComparisonOutcome } from '@rollcall/contracts';
import {
  type CaptureResult,
  type FaceEngine,
  type OperatingPoint,
  type QualityReport,
  verify,
} from '@rollcall/face-core';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import type { ComparedImage } from '../../graphql/enums.js';
import { readImage } from '../../services/image-input.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { CompareFacesInput } from './face.inputs.js';

export interface FaceComparison {
  readonly outcome: ComparisonOutcome;
  readonly failedImage: ComparedImage | null;
  readonly similarity: number | null;
  readonly point: OperatingPoint;
  readonly referenceQuality: QualityReport | null;
  readonly probeQuality: QualityReport | null;
}

export class CompareFacesService {
  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
  ) {}

  operatingPoints(): readonly OperatingPoint[] {
    return (['VERIFY', 'IDENTIFY', 'DUPLICATE', 'COMPARE_DOCUMENT'] as const).map((kind) =>
      this.engine.operatingPoint(kind),
    );
  }

  /** Compares two images. Of the people in them nothing is kept; the audit notes that a comparison was made. */
  async compare(actor: Actor, input: CompareFacesInput): Promise<FaceComparison> {
    authorise(actor, 'faces:verify');
    const referenceImage = readImage(input.reference, 'reference');
    const probeImage = readImage(input.probe, 'probe');
    const isDocument = input.kind === 'DOCUMENT';
    const [reference, probe] = await Promise.all([
      // A portrait in a document is a print by nature.
      this.engine.capture(referenceImage, { pad: isDocument ? 'OFF' : actor.padPolicy }),
      this.engine.capture(probeImage, { pad: actor.padPolicy }),
    ]);
    const point = this.engine.operatingPoint(isDocument ? 'COMPARE_DOCUMENT' : 'VERIFY');
    const comparison = judge(reference, probe, point);
    const details = { outcome: comparison.outcome, kind: input.kind, operatingPointId: point.id };
    await this.context.db.audit.insert(
      auditEntry(this.context, actor, { action: 'FACES_COMPARED', target: null, details }),
    );
    return comparison;
  }
}

function judge(reference: CaptureResult, probe: CaptureResult, point: OperatingPoint): FaceComparison {
  const common = { point, referenceQuality: reference.quality, probeQuality: probe.quality };
  if (reference.outcome !== 'CAPTURED')
    return { ...common, outcome: reference.outcome, failedImage: 'REFERENCE', similarity: null };
  if (probe.outcome !== 'CAPTURED')
    return { ...common, outcome: probe.outcome, failedImage: 'PROBE', similarity: null };
  const { outcome, similarity } = verify(probe.embedding, [reference.embedding], point);
  return { ...common, outcome, failedImage: null, similarity };
}
