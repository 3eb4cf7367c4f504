import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '@rollcall/contracts';
import type { Embedding } from '../embed/embedding.js';
import type { IdentificationPoint } from './identification-policy.js';
import { VectorStore } from './vector-store.js';

export interface GalleryOptions {
  /** Every template and probe must come from this model. */
  readonly modelId: string;
  readonly dimension: number;
}

export interface Candidate {
  readonly subjectId: string;
  readonly templateId: string;
  /** Cosine similarity of the subject's best template, −1 to 1. */
  readonly similarity: number;
}

export interface IdentifyOptions {
  readonly operatingPoint: IdentificationPoint;
  /** How many subjects to rank. Default 5. */
  readonly topK?: number;
  /** The best subject must lead the second one by this much cosine similarity: the model's own (docs/adr/0132). */
  readonly margin: number;
  /** Compares only these templates. Default: all. */
  readonly isIncluded?: (templateId: string) => boolean;
}

export interface IdentificationResult {
  readonly outcome: 'MATCH' | 'AMBIGUOUS' | 'NO_MATCH';
  /** Best first, one entry a subject; below the threshold too, for a person to look at. */
  readonly candidates: readonly Candidate[];
  readonly templateCount: number;
  readonly operatingPointId: string;
  readonly modelId: string;
}

const DEFAULT_TOP_K = 5;

/** Products of one slice: 2,000 templates of 192 numbers, one to two milliseconds of work (docs/adr/0107). */
const PRODUCTS_PER_SLICE = 384_000;

/** The best subjects so far, and the similarity that a further one must exceed. */
interface Ranking {
  readonly best: Map<string, { row: number; similarity: number }>;
  floor: number;
}

interface Slice {
  readonly probe: Embedding;
  readonly topK: number;
  readonly isIncluded: (templateId: string) => boolean;
  readonly from: number;
  readonly to: number;
}

/** Two subjects are needed to see the lead, however few the caller wants back. */
const rankedCount = ({ topK = DEFAULT_TOP_K }: IdentifyOptions): number => Math.max(2, topK);

/**
 * The templates that a 1:N search runs over, held in memory of one process. Exact scan: every template is compared.
 * State is the templates alone; nothing of a search is kept.
 */
export class Gallery {
  readonly modelId: string;
  readonly #store: VectorStore;
  readonly #templateIds: string[] = [];
  readonly #subjectIds: string[] = [];
  readonly #rowByTemplate = new Map<string, number>();
  /** Counts changes, so that a search in slices notices one. */
  #changes = 0;

  constructor(options: GalleryOptions) {
    this.modelId = options.modelId;
    this.#store = new VectorStore(options.dimension);
  }

  /** Number of templates. */
  get size(): number {
    return this.#store.count;
  }

  /**
   * Adds a template, or replaces the one with the same id.
   *
   * @throws DomainError TEMPLATE_MODEL_MISMATCH if another model made it
   */
  add(subjectId: string, templateId: string, embedding: Embedding): void {
    this.#assertComparable(embedding);
    this.remove(templateId);
    this.#changes += 1;
    const row = this.#store.push(embedding.vector);
    this.#templateIds[row] = templateId;
    this.#subjectIds[row] = subjectId;
    this.#rowByTemplate.set(templateId, row);
  }

  /** @returns true if there was such a template */
  remove(templateId: string): boolean {
    const row = this.#rowByTemplate.get(templateId);
    if (row === undefined) return false;
    this.#changes += 1;
    const moved = this.#store.removeRow(row);
    if (moved !== null) {
      const movedTemplateId = this.#templateIds[moved] as string;
      this.#templateIds[row] = movedTemplateId;
      this.#subjectIds[row] = this.#subjectIds[moved] as string;
      this.#rowByTemplate.set(movedTemplateId, row);
    }
    this.#templateIds.pop();
    this.#subjectIds.pop();
    this.#rowByTemplate.delete(templateId);
    return true;
  }

  /** Removes every template of a subject. @returns how many there were */
  removeSubject(subjectId: string): number {
    const ids = this.#templateIds.filter((_, row) => this.#subjectIds[row] === subjectId);
    for (const id of ids) this.remove(id);
    return ids.length;
  }

  /** Forgets everything and overwrites the vectors. */
  clear(): void {
    this.#changes += 1;
    this.#store.clear();
    this.#templateIds.length = 0;
    this.#subjectIds.length = 0;
    this.#rowByTemplate.clear();
  }

  /**
   * The subjects most alike to the probe, best first, one entry a subject.
   *
   * @param topK how many subjects at most
   * @param isIncluded which templates are compared
   * @throws DomainError TEMPLATE_MODEL_MISMATCH if another model made the probe
   */
  rank(
    probe: Embedding,
    topK: number = DEFAULT_TOP_K,
    isIncluded: (templateId: string) => boolean = () => true,
  ): readonly Candidate[] {
    this.#assertComparable(probe);
    const ranking: Ranking = { best: new Map(), floor: Number.NEGATIVE_INFINITY };
    this.#scan(ranking, { probe, topK, isIncluded, from: 0, to: this.#store.count });
    return this.#ranked(ranking);
  }

  /**
   * Who is this? MATCH only if the best subject reaches the threshold and leads the second one by the margin.
   *
   * @throws DomainError TEMPLATE_MODEL_MISMATCH if probe, gallery and operating point are not of one model
   */
  identify(probe: Embedding, options: IdentifyOptions): IdentificationResult {
    this.#assertPoint(options);
    return this.#conclude(this.rank(probe, rankedCount(options), options.isIncluded), options);
  }

  /**
   * As `identify`, a slice of the templates at a time, so that whatever else the process has to do is done in between. The
   * gallery must not change until it is done: a template that moved could be compared with twice or not at all.
   *
   * @param sliceSize templates in a slice. Default: 384,000 over the dimension
   * @throws DomainError TEMPLATE_MODEL_MISMATCH if probe, gallery and operating point are not of one model
   * @throws Error if the gallery changed in the middle of the search; then there is no answer
   */
  async identifyInSlices(
    probe: Embedding,
    options: IdentifyOptions,
    sliceSize: number = Math.ceil(PRODUCTS_PER_SLICE / this.#store.dimension),
  ): Promise<IdentificationResult> {
    this.#assertPoint(options);
    this.#assertComparable(probe);
    const { isIncluded = () => true } = options;
    const ranking: Ranking = { best: new Map(), floor: Number.NEGATIVE_INFINITY };
    const [count, changes] = [this.#store.count, this.#changes];
    for (let from = 0; from < count; from += sliceSize) {
      if (from > 0) await nextTurn();
      if (this.#changes !== changes) throw new Error('The gallery changed in the middle of a search.');
      const to = Math.min(count, from + sliceSize);
      this.#scan(ranking, { probe, topK: rankedCount(options), isIncluded, from, to });
    }
    return this.#conclude(this.#ranked(ranking), options);
  }

  /** Compares the rows `from` ≤ row < `to` and keeps the best subjects. */
  #scan(ranking: Ranking, { probe, topK, isIncluded, from, to }: Slice): void {
    const { best } = ranking;
    for (let row = from; row < to; row += 1) {
      if (!isIncluded(this.#templateIds[row] as string)) continue;
      const similarity = this.#store.similarity(probe.vector, row);
      if (similarity <= ranking.floor) continue;
      const subjectId = this.#subjectIds[row] as string;
      const known = best.get(subjectId);
      if (known !== undefined && known.similarity >= similarity) continue;
      best.set(subjectId, { row, similarity });
      if (best.size > topK) ranking.floor = dropWorst(best);
    }
  }

  #ranked({ best }: Ranking): readonly Candidate[] {
    return [...best]
      .map(([subjectId, { row, similarity }]) => ({
        subjectId,
        templateId: this.#templateIds[row] as string,
        similarity,
      }))
      .sort(byRank);
  }

  #conclude(candidates: readonly Candidate[], options: IdentifyOptions): IdentificationResult {
    const { operatingPoint, topK = DEFAULT_TOP_K, margin } = options;
    return {
      outcome: decide(candidates, operatingPoint.threshold, margin),
      candidates: candidates.slice(0, topK),
      templateCount: this.size,
      operatingPointId: operatingPoint.id,
      modelId: this.modelId,
    };
  }

  #assertPoint({ operatingPoint }: IdentifyOptions): void {
    if (operatingPoint.modelId !== this.modelId) throw new DomainError('TEMPLATE_MODEL_MISMATCH');
  }

  #assertComparable(embedding: Embedding): void {
    if (embedding.modelId !== this.modelId || embedding.vector.length !== this.#store.dimension) {
      throw new DomainError('TEMPLATE_MODEL_MISMATCH', {
        internal: `gallery holds ${this.modelId}, got ${embedding.modelId} of ${embedding.vector.length} numbers`,
      });
    }
  }
}

function decide(candidates: readonly Candidate[], threshold: number, margin: number): IdentificationResult['outcome'] {
  const [first, second] = candidates;
  if (first === undefined || !(first.similarity >= threshold)) return 'NO_MATCH';
  if (second !== undefined && first.similarity - second.similarity < margin) return 'AMBIGUOUS';
  return 'MATCH';
}

/** Removes the least alike entry. @returns the similarity of the least alike one that is left */
function dropWorst(best: Map<string, { row: number; similarity: number }>): number {
  let worstId = '';
  let worst = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (const [id, { similarity }] of best) {
    if (similarity < worst) {
      next = worst;
      worst = similarity;
      worstId = id;
    } else if (similarity < next) {
      next = similarity;
    }
  }
  best.delete(worstId);
  return next;
}

/** Best first; equal similarities in the order of the ids, so that the same gallery always gives the same list. */
function byRank(a: Candidate, b: Candidate): number {
  return b.similarity - a.similarity || (a.subjectId < b.subjectId ? -1 : 1);
}
