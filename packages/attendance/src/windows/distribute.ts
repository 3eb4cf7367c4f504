import type { ShiftWindow } from './window.js';

/** Which window holds which moments; what no window holds is left over. Windows are disjoint and in order. */
export interface Distribution<Item> {
  readonly byWindow: ReadonlyMap<ShiftWindow, readonly Item[]>;
  readonly leftOver: readonly Item[];
}

/** Gives each item (in time order) to the window whose half-open stretch holds it. */
export function distribute<Item extends { readonly ms: number }>(
  items: readonly Item[],
  windows: readonly ShiftWindow[],
): Distribution<Item> {
  const byWindow = new Map<ShiftWindow, Item[]>(windows.map((window) => [window, []]));
  const leftOver: Item[] = [];
  let next = 0;
  for (const item of items) {
    let window = windows[next];
    while (window !== undefined && window.closesMs <= item.ms) {
      next += 1;
      window = windows[next];
    }
    const isHeld = window !== undefined && window.opensMs <= item.ms;
    if (isHeld && window !== undefined) byWindow.get(window)?.push(item);
    else leftOver.push(item);
  }
  return { byWindow, leftOver };
}
