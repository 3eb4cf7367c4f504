/** Texts by key, in groups. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** The texts of a catalogue by their full keys, such as `nav.overview`, in its order. */
export function flatten(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** `base` with every text that `over` has too taken from `over`; keys that only `over` has are left out. */
export function fillFrom<Base extends Catalogue>(base: Base, over: Catalogue): Base {
  const filled = Object.entries(base).map(([key, value]) => {
    const other = over[key];
    if (typeof value === 'string') return [key, typeof other === 'string' ? other : value];
    return [key, typeof other === 'object' ? fillFrom(value, other) : value];
  });
  return Object.fromEntries(filled);
}

/** A catalogue of the same shape with every text changed. */
export function mapTexts<Base extends Catalogue>(base: Base, change: (text: string) => string): Base {
  const changed = Object.entries(base).map(([key, value]) => [
    key,
    typeof value === 'string' ? change(value) : mapTexts(value, change),
  ]);
  return Object.fromEntries(changed);
}
