import type { Embedding } from '../../embed/embedding.js';
import { Gallery, type IdentifyOptions } from '../../match/gallery.js';
import type { GalleryTimes } from './gallery-bench.types.js';
import { SyntheticVectors } from './synthetic-vectors.js';
import { timeSpread } from './time-spread.js';

export interface GalleryMeasure {
  readonly modelId: string;
  readonly dimensions: number;
  readonly templates: number;
  /** Half of them for somebody who is there, half for a stranger. */
  readonly searches: number;
}

/** Cosine of a photo with the template of the same person: a poor one, in the words of docs/accuracy.md. */
const ALIKE = 0.55;
const WARM_UP_SEARCHES = 4;

interface Timed {
  readonly searchMs: number;
  readonly heldUpMs: number;
  readonly inOneGoMs: number;
}

/**
 * Fills a gallery with synthetic vectors, one a person, and times searches in it, with the list of templates that may be
 * compared as the API has it. Reading that list from the database is not part of it.
 */
export async function measureGallery({
  modelId,
  dimensions,
  templates,
  searches,
}: GalleryMeasure): Promise<GalleryTimes> {
  const vectors = new SyntheticVectors(modelId, dimensions);
  const gallery = new Gallery({ modelId, dimension: dimensions });
  const people = Array.from({ length: templates }, (_, index) => `person-${index}`);
  const wanted: { readonly subjectId: string; readonly probe: Embedding }[] = [];
  for (const [index, subjectId] of people.entries()) {
    const template = vectors.next();
    gallery.add(subjectId, subjectId, template);
    // Evenly over the gallery, its last person among them.
    if (isWanted(index, templates, searches)) wanted.push({ subjectId, probe: vectors.alike(template, ALIKE) });
  }
  const included = new Set(people);
  const options: IdentifyOptions = {
    operatingPoint: { id: 'bench', modelId, threshold: ALIKE, targetFmr: 1 },
    // The lead is looked at when the search is over; its size takes no time.
    margin: 0,
    isIncluded: (templateId) => included.has(templateId),
  };
  for (let i = 0; i < WARM_UP_SEARCHES; i += 1) await timed(gallery, vectors.next(), options);
  const times: Timed[] = [];
  let knownFound = 0;
  for (const { subjectId, probe } of wanted) {
    times.push(await timed(gallery, probe, options), await timed(gallery, vectors.next(), options));
    const { candidates } = await gallery.identifyInSlices(probe, options);
    if (candidates[0]?.subjectId === subjectId) knownFound += 1;
  }
  gallery.clear();
  return {
    templates,
    search: timeSpread(times.map(({ searchMs }) => searchMs)),
    heldUp: timeSpread(times.map(({ heldUpMs }) => heldUpMs)),
    longestHeldUpMs: Math.max(...times.map(({ heldUpMs }) => heldUpMs)),
    inOneGo: timeSpread(times.map(({ inOneGoMs }) => inOneGoMs)),
    known: wanted.length,
    knownFound,
  };
}

function isWanted(index: number, templates: number, searches: number): boolean {
  const count = Math.min(templates, Math.ceil(searches / 2));
  const before = Math.floor((index * count) / templates);
  return Math.floor(((index + 1) * count) / templates) > before;
}

async function timed(gallery: Gallery, probe: Embedding, options: IdentifyOptions): Promise<Timed> {
  const watch = watchTurns();
  const from = performance.now();
  await gallery.identifyInSlices(probe, options);
  const searchMs = performance.now() - from;
  const heldUpMs = await watch.end();
  const start = performance.now();
  gallery.identify(probe, options);
  return { searchMs, heldUpMs, inOneGoMs: performance.now() - start };
}

/** Comes back to the event loop as often as it lets one. `end` gives the longest time between two turns, in milliseconds. */
function watchTurns(): { end(): Promise<number> } {
  let longest = 0;
  let last = performance.now();
  let isDone = false;
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    end: () =>
      new Promise((resolve) => {
        isDone = true;
        setImmediate(() => resolve(longest));
      }),
  };
}
