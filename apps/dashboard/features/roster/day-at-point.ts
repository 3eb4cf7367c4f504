/** A day of a person in the table. */
export interface DayPlace {
  readonly personId: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The day under a point of the window; null: there is none. */
export function dayAtPoint({ x, y }: Point): DayPlace | null {
  const { person, date } = cellAt({ x, y })?.dataset ?? {};
  return person && date ? { personId: person, date } : null;
}

/** The shift under a point of the window. By its edges: some browsers name only the button around it. */
export function shiftAtPoint({ x, y }: Point): string | null {
  const found = [...(cellAt({ x, y })?.querySelectorAll<HTMLElement>('[data-shift]') ?? [])].find((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return left <= x && x <= right && top <= y && y <= bottom;
  });
  return found?.dataset.shift ?? null;
}

const cellAt = ({ x, y }: Point) => document.elementFromPoint(x, y)?.closest<HTMLElement>('td[data-date]') ?? null;
